/** What `mount` takes, and what the element takes as attributes. */
export interface Options {
  /** The report's address, on this site. */
  src?: string | null;
  /** The report itself, in place of `src`. */
  report?: object | null;
  /** The view to begin with, such as `overview` or `disclosure`. */
  view?: string | null;
  /** Else the page's language. */
  lang?: "zh-CN" | "en" | string | null;
  theme?: "auto" | "light" | "dark" | "contrast" | null;
  textSize?: "standard" | "large" | "larger" | null;
  /** Whether the page's address holds what is shown; a name where several widgets do. */
  permalink?: string | boolean | null;
}

export interface Handle {
  readonly element: GongkaiReport;
  update(options: Options): void;
  destroy(): void;
}

/** What the reader chose. */
export interface Selection {
  view: string;
  key: string;
  label: string;
}

/** What went wrong. */
export interface Problem {
  /** Stable, for scripts. */
  code: string;
  /** One sentence in the reader's language. */
  message: string;
  /** The field, as `applications.received[3]`; empty if it is none. */
  path: string;
  file?: string;
  /** As the file writes it. */
  value?: string;
  /** From 1. */
  line?: number;
}

export interface GongkaiReportEventMap extends HTMLElementEventMap {
  "gongkai-ready": CustomEvent<null>;
  "gongkai-complete": CustomEvent<null>;
  "gongkai-select": CustomEvent<Selection>;
  "gongkai-error": CustomEvent<Problem>;
}

/** `<gongkai-report>`: a disclosure report as charts, with what stands inside as its fallback. */
export interface GongkaiReport extends HTMLElement {
  src: string | null;
  report: object | null;
  view: string | null;
  theme: string | null;
  textSize: string | null;
  permalink: string | boolean | null;
  addEventListener<K extends keyof GongkaiReportEventMap>(
    type: K,
    listener: (this: GongkaiReport, event: GongkaiReportEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export const version: string;

/**
 * Puts a widget at the end of an element of the page. Importing the module defines the element.
 * @throws {TypeError} for an option that does not exist
 */
export function mount(element: Element, options?: Options): Handle;

declare global {
  interface HTMLElementTagNameMap {
    "gongkai-report": GongkaiReport;
  }
}
