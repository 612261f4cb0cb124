import type { Contact, Phone, PublishedDate } from './feed.js';
import type { SafeUrl } from './rich.js';
import type { LocalizedText } from './text.js';

export type LocalizedUrl = Readonly<Record<string, SafeUrl>>;

/** Who holds a post. `shared` posts have several heads. */
export interface Head {
  readonly title?: LocalizedText;
  readonly name?: string;
  readonly status: 'filled' | 'vacant' | 'acting' | 'shared' | 'undisclosed';
  readonly email?: string;
  readonly phone?: Phone;
  readonly url?: LocalizedUrl;
  readonly image?: SafeUrl;
  readonly since?: PublishedDate;
}

export interface SecondLine {
  readonly to: string;
  readonly relation?: string;
  readonly label?: LocalizedText;
}

/** A part of the organisation, with the parts under it in the order they are to be shown. */
export interface Unit {
  readonly id: string;
  readonly parentId?: string;
  readonly name: LocalizedText;
  readonly shortName?: LocalizedText;
  readonly description?: LocalizedText;
  readonly url?: LocalizedUrl;
  /** `line` = under its parent; `staff` = beside the line; `independent` = reports, but stands on its own. */
  readonly relation: 'line' | 'staff' | 'independent';
  readonly classification?: string;
  readonly email?: string;
  readonly phone?: Phone;
  readonly locality?: string;
  readonly country?: string;
  readonly heads: readonly Head[];
  readonly contactIds: readonly string[];
  readonly alsoReportsTo: readonly SecondLine[];
  readonly headcount?: number;
  readonly validFrom?: PublishedDate;
  readonly validUntil?: PublishedDate;
  /** Units below this one, itself not counted. */
  readonly count: number;
  readonly units: readonly Unit[];
}

/** An organisation and its structure, already a sound tree: faults of the document are repaired and reported. */
export interface Organization {
  readonly id?: string;
  readonly name?: LocalizedText;
  readonly shortName?: LocalizedText;
  readonly url?: LocalizedUrl;
  readonly logo?: SafeUrl;
  readonly defaultLanguage?: string;
  readonly languages: readonly string[];
  readonly modified?: PublishedDate;
  /** The units at the top, seldom more than one. */
  readonly units: readonly Unit[];
  /** Units whose parent the document does not hold. */
  readonly orphans: readonly Unit[];
  readonly contacts: readonly Contact[];
}
