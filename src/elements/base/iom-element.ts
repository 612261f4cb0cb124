import { type CSSResultGroup, LitElement } from 'lit';
import { LocaleController } from '../../controllers/locale-controller.js';
import { baseStyles } from '../../styles/base.js';

/** What every element is: it speaks the language around it, in that language's direction. */
export abstract class IomElement extends LitElement {
  static override styles: CSSResultGroup = baseStyles;

  /** @internal */
  protected readonly locale = new LocaleController(this);

  /** The first render waits for its catalogue: no flash of English. */
  protected override async scheduleUpdate(): Promise<unknown> {
    if (!this.hasUpdated) await this.locale.ready;
    return super.scheduleUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.locale.ready;
    return super.getUpdateComplete();
  }
}
