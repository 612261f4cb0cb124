/** THE list of widgets: each tag and where it lives. The autoloader fetches what a page uses. */
export const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'iom-news-list': () => import('./elements/news-list/news-list.js'),
  'iom-org-chart': () => import('./elements/org-chart/org-chart.js'),
  'iom-press-contact': () => import('./elements/press-contact/press-contact.js'),
};
