/** The options of `mount`, which are also the element's attributes. */
export interface Options {
  /** The report's address, on this site. */
  src?: string | null;
  /** The address of a catalogue, on this site, beside which are the agency's other years and its peers. */
  catalog?: string | null;
  /** The report itself, instead of `src`. */
  report?: object | null;
  /** The first view, such as `overview` or `disclosure`. */
  view?: string | null;
  /** The page's language by default. */
  lang?: "zh-CN" | "en" | string | null;
  theme?: "auto" | "light" | "dark" | "contrast" | null;
  textSize?: "standard" | "large" | "larger" | null;
  /** Whether to keep what is shown in the page's address; `query`, or a name if the page has several widgets. */
  permalink?: string | boolean | null;
  /** The address of the widget's folder, where it cannot be found out. */
  base?: string | null;
  /** The level of the widget's title in the page's outline, from 1 to 6; 2 by default. */
  headingLevel?: string | number | null;
  /** The address of the desk, to which the preview of a file leads. */
  desk?: string | null;
}

export interface Handle {
  readonly element: GongkaiReport;
  update(options: Options): void;
  destroy(): void;
}

/** The detail of `gongkai-select`: what the reader has selected. */
export interface Selection {
  view: string;
  key: string;
  label: string;
}

/** The detail of `gongkai-context`: whether the attribute `catalog` adds anything. */
export interface ContextOutcome {
  /** Null, or why it does not. */
  problem: null | "missing" | "unreachable" | "invalid" | "tampered" | "foreign" | "stale";
}

/** The detail of `gongkai-error`: what went wrong. */
export interface Problem {
  /** Stable, for scripts. */
  code: string;
  /** One sentence in the reader's language. */
  message: string;
  /** The field, such as `applications.received[3]`; empty if no field is concerned. */
  path: string;
  file?: string;
  /** As written in the file. */
  value?: string;
  /** From 1. */
  line?: number;
}

export interface GongkaiReportEventMap extends HTMLElementEventMap {
  "gongkai-ready": CustomEvent<null>;
  "gongkai-complete": CustomEvent<null>;
  "gongkai-context": CustomEvent<ContextOutcome>;
  "gongkai-select": CustomEvent<Selection>;
  "gongkai-error": CustomEvent<Problem>;
}

/** `<gongkai-report>`: a disclosure report as charts, with its content as the fallback. */
export interface GongkaiReport extends HTMLElement {
  src: string | null;
  catalog: string | null;
  report: object | null;
  view: string | null;
  theme: string | null;
  textSize: string | null;
  permalink: string | boolean | null;
  base: string | null;
  headingLevel: string | number | null;
  desk: string | null;
  addEventListener<K extends keyof GongkaiReportEventMap>(
    type: K,
    listener: (this: GongkaiReport, event: GongkaiReportEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export const version: string;

/**
 * Appends a widget to an element of the page. Importing the module defines the element.
 * @throws {TypeError} for an option that does not exist
 */
export function mount(element: Element, options?: Options): Handle;

declare global {
  interface HTMLElementTagNameMap {
    "gongkai-report": GongkaiReport;
  }
}
