/**
 * The document a page carries for an address, in `<script type="application/json" data-iom-seed="URL">`: written there by
 * a prerenderer or a CMS, so that no request is needed. It is trusted no more than the network is.
 */
export function findSeed(url: string): string | undefined {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[data-iom-seed]');
  const addressOf = ({ dataset, baseURI }: HTMLScriptElement): string | false =>
    URL.canParse(dataset.iomSeed!, baseURI) && new URL(dataset.iomSeed!, baseURI).href;
  return [...scripts].find((script) => addressOf(script) === url)?.text;
}
