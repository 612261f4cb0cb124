import type { Rich, SafeUrl } from './rich.js';

/** A moment as published: `value` in ISO 8601, and how much of it was said. A day is a day in no time zone. */
export interface PublishedDate {
  readonly value: string;
  readonly precision: 'second' | 'day' | 'month' | 'year';
}

/** What there is to know of a dateline besides its words. */
export interface DatelineDetails {
  readonly locality?: string;
  readonly country?: string;
  readonly date?: PublishedDate;
  /** The body still opens with it: not to be shown twice. */
  readonly inContent: boolean;
}

export interface Party {
  readonly name: string;
  readonly shortName?: string;
  readonly url?: SafeUrl;
  readonly logo?: SafeUrl;
  readonly rel?: string;
}

export interface Phone {
  /** E.164 where known: `+12028621826`. */
  readonly number: string;
  readonly extension?: string;
  /** As printed, without the extension: `+1 202 862 1826`. */
  readonly label: string;
  readonly type: 'voice' | 'cell' | 'fax' | 'whatsapp' | 'text';
}

export interface Contact {
  readonly id?: string;
  readonly kind: 'individual' | 'group' | 'org';
  readonly name?: string;
  /** Job title. */
  readonly title?: string;
  /** What to contact them for. */
  readonly role?: string;
  readonly organisation?: string;
  /** Office as printed. */
  readonly unit?: string;
  readonly unitId?: string;
  readonly locality?: string;
  readonly country?: string;
  readonly emails: readonly string[];
  readonly phones: readonly Phone[];
  /** BCP 47 tags of the languages spoken. */
  readonly languages: readonly string[];
  readonly url?: SafeUrl;
  readonly image?: SafeUrl;
  readonly hoursText?: string;
  readonly timeZone?: string;
}

export interface Correction {
  readonly kind: 'correction' | 'clarification' | 'update' | 'retraction';
  readonly text: string;
}

export interface CorrectionDetails extends Correction {
  readonly date?: PublishedDate;
  readonly url?: SafeUrl;
}

export interface Translation {
  readonly language: string;
  readonly id?: string;
  readonly url?: SafeUrl;
  readonly feedUrl?: SafeUrl;
  readonly title?: string;
}

export interface Quote {
  /** The words, without quotation marks. */
  readonly text: string;
  readonly speaker?: {
    readonly name?: string;
    readonly title?: string;
    readonly organisation?: string;
    readonly url?: SafeUrl;
    readonly image?: SafeUrl;
  };
  readonly language?: string;
  readonly inContent: boolean;
}

/** A published figure. `display` is the editorial wording and wins over `value`; nothing is ever recomputed. */
export interface KeyFigure {
  readonly id?: string;
  readonly label: string;
  readonly value?: number;
  readonly unit?: string;
  readonly display?: string;
  readonly qualifier?: 'exact' | 'about' | 'more-than' | 'less-than' | 'up-to';
  readonly place?: string;
  readonly country?: string;
  readonly asOf?: PublishedDate;
  readonly source?: string;
  readonly sourceUrl?: SafeUrl;
  readonly note?: string;
}

export interface Place {
  readonly name: string;
  readonly country?: string;
  readonly rel?: string;
  readonly primary: boolean;
}

export interface Subject {
  readonly name: string;
  readonly code?: string;
  readonly scheme?: string;
}

export interface Picture {
  readonly url: SafeUrl;
  readonly alt?: string;
  readonly credit?: string;
}

export interface Media extends Picture {
  readonly type: 'image' | 'video' | 'audio' | 'document';
  readonly mimeType?: string;
  readonly caption?: string;
  readonly rights?: string;
  readonly width?: number;
  readonly height?: number;
  readonly language?: string;
  readonly poster?: SafeUrl;
}

export interface Attachment {
  readonly url: SafeUrl;
  readonly mimeType?: string;
  readonly title?: string;
  readonly sizeInBytes?: number;
  readonly durationInSeconds?: number;
}

export interface Related {
  readonly url: SafeUrl;
  readonly rel?: string;
  readonly id?: string;
  readonly title?: string;
  readonly language?: string;
}

export interface Rights {
  readonly notice?: string;
  readonly holder?: string;
  readonly usageTerms?: string;
  readonly licenceUrl?: SafeUrl;
}

/** A release as a list of headlines needs it. The rest of it is `ReleaseDetails`. */
export interface Release {
  readonly id: string;
  readonly url?: SafeUrl;
  /** Never empty: an untitled release takes the first words of its text. */
  readonly title: string;
  /** The summary, else the first words of the body. */
  readonly excerpt?: string;
  /** BCP 47 tag of the content; absent where the document does not say. */
  readonly language?: string;
  /** press-release, briefing-note, statement, speech, story, news, media-advisory, notice; an open list. */
  readonly kind: string;
  /** `withheld` is never listed; `canceled` is withdrawn: shown as such only where it was asked for by its id. */
  readonly status: 'usable' | 'withheld' | 'canceled';
  readonly date?: PublishedDate;
  readonly modified?: PublishedDate;
  readonly embargoedUntil?: PublishedDate;
  readonly expires?: PublishedDate;
  /** The place it is dated from, as printed, without the dash: `Geneva`, `États-Unis d’Amérique`. */
  readonly dateline?: string;
  readonly image?: Picture;
  readonly corrections: readonly Correction[];
  /** The ids of the same release in other languages. */
  readonly translationIds: readonly string[];
  /** The id of the release this one translates. */
  readonly translationOf?: string;
}

/** What is in a release besides its headline. Read when an element asks for it: a list seldom does. */
export interface ReleaseDetails {
  readonly subtitle?: string;
  readonly summary?: string;
  readonly externalUrl?: SafeUrl;
  readonly datelineDetails?: DatelineDetails;
  readonly correctionDetails: readonly CorrectionDetails[];
  readonly translations: readonly Translation[];
  readonly body: Rich;
  readonly dateText?: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly contacts: readonly Contact[];
  readonly translationStatus?: 'original' | 'official' | 'unofficial' | 'machine';
  readonly quotes: readonly Quote[];
  readonly keyFigures: readonly KeyFigure[];
  readonly places: readonly Place[];
  readonly subjects: readonly Subject[];
  readonly sdgs: readonly string[];
  readonly organisations: readonly Party[];
  readonly media: readonly Media[];
  readonly attachments: readonly Attachment[];
  readonly related: readonly Related[];
  readonly boilerplateText?: string;
  readonly rights?: Rights;
  readonly version?: string;
}

export interface FeedAlternate {
  readonly language: string;
  readonly feedUrl: SafeUrl;
  readonly homePageUrl?: SafeUrl;
}

/** A list of releases; one item = one release. */
export interface Feed {
  readonly title?: string;
  readonly homePageUrl?: SafeUrl;
  readonly feedUrl?: SafeUrl;
  readonly nextUrl?: SafeUrl;
  readonly language?: string;
  /** Newest first, undated last. */
  readonly items: readonly Release[];
}

/** What a feed says of itself and its publisher. */
export interface FeedDetails {
  readonly description?: string;
  readonly publisher?: Party;
  /** Contacts for all of its releases. */
  readonly contacts: readonly Contact[];
  readonly alternates: readonly FeedAlternate[];
  readonly boilerplateText?: string;
  readonly rights?: Rights;
  readonly totalItems?: number;
}
