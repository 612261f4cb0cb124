export { IomNewsList } from './elements/news-list/news-list.js';
export { IomOrgChart } from './elements/org-chart/org-chart.js';
export { IomPressContact } from './elements/press-contact/press-contact.js';
export {
  IomActionEvent,
  IomConsentEvent,
  IomErrorEvent,
  IomLoadEvent,
  IomNavigateEvent,
} from './elements/base/events.js';
export type { Action } from './elements/base/events.js';
export type { State } from './elements/base/resource-element.js';
export { VERSION } from './elements/base/register.js';
export { ResourceError } from './model/resource.js';
export type { ErrorCode } from './model/resource.js';
export { seed } from './store/store.js';
