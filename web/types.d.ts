/**
 * What the build puts in: the glue that wasm-bindgen generates for each WebAssembly module, and the constants of
 * scripts/bundle.mjs. A wrong declaration here is caught by no compiler, so keep it equal to the exports in
 * src/widget.rs and modules/.
 */

declare module "gongkai-draw" {
  export function instantiate(module: WebAssembly.Module): Promise<void>;
  export function adopt(make: Function): void;

  /** Why a text is not a valid report; `null` for one that is valid. */
  export function refusal(text: string): Refusal | null;

  export interface Refusal {
    code: string;
    path: string;
    value: string;
    line?: number;
  }

  export class Prerender {
    private constructor();
    free(): void;
    static open(text: string, settings: object, width: number, fragment: string, link?: string): Prerender | undefined;
    announcement(): string;
    choose(id: string, value: string): void;
    follow(view: string, cell?: string, display?: string): void;
    follow_fragment(fragment: string): void;
    fragment(fragment: string): string | undefined;
    link(): string;
    panel(): string;
    resize(width: number): void;
    select(key: string, label: string): void;
    selected(): string | undefined;
    set_unavailable(hasFailed: boolean): void;
    show(view: string): void;
    switch_display(): void;
    update(settings: object): void;
    view(): string;
    widget(): string;
  }
}

declare module "gongkai-app" {
  export function instantiate(module: WebAssembly.Module): Promise<void>;
  export function adopt(make: Function): void;
  export function explain(text: string, file: string, lang: string): string | undefined;
  export function on_panic(report: (error: unknown) => void): void;

  export class Widget {
    constructor(outlet: Element, onRequest: (kind: string, detail: any) => void);
    announce(outcome: string, settings: object): void;
    destroy(): void;
    hand_over(settings: object, link?: string, current?: string): void;
    set_context(context: ((link: string, width: number, em: number) => string) | undefined, settings: object): void;
    paper(lang: string): string;
    show(text: string, others: string[], settings: object, link?: string, current?: string): boolean;
    update(settings: object): void;
  }
}

declare module "gongkai-context" {
  export function instantiate(module: WebAssembly.Module): Promise<void>;
  export function adopt(make: Function): void;
  export function folder(catalog: string): string;
  export function root_file(): string;

  export class ReportContext {
    private constructor();
    free(): void;
    static open(report: string): ReportContext | undefined;
    context(link: string, width: number, em: number): string;
    find(index: string): ContextFiles | undefined;
    index_file(root: string): string | undefined;
    problem(): string | undefined;
    read(series: Uint8Array): boolean;
    read_peers(peers: Uint8Array, hash: string): boolean;
    refuse(problem: string): void;
  }

  export class ContextFiles {
    private constructor();
    free(): void;
    readonly series: string;
    readonly series_hash: string;
    readonly peers: string;
    readonly peers_hash: string;
  }
}

declare module "gongkai-import" {
  export function instantiate(module: WebAssembly.Module): Promise<void>;
  export function adopt(make: Function): void;
  export function needs_readers(name: string, bytes: Uint8Array): boolean;
  export function panel(lang: string, desk?: string): string;
  export function read_bytes(name: string, bytes: Uint8Array, lang: string): Outcome;
  export function read_text(name: string, text: string, lang: string): Outcome;
  export function too_large(name: string, size: number, lang: string): Outcome;
  export function unreadable(name: string, lang: string): Outcome;

  export class Outcome {
    private constructor();
    free(): void;
    readonly html: string;
    readonly json: string | undefined;
    readonly fileName: string | undefined;
  }
}

declare module "gongkai-readers" {
  export function instantiate(module: WebAssembly.Module): Promise<void>;
  export function adopt(make: Function): void;
  export function read_file(name: string, bytes: Uint8Array, lang: string): import("gongkai-import").Outcome;
}

declare module "gongkai-compare" {
  export function instantiate(module: WebAssembly.Module): Promise<void>;
  export function adopt(make: Function): void;
  export function exportMessage(id: string, lang: string): string;
  export function backLabel(lang: string): string;
  export function changedMessage(file: string, lang: string): string;
  export function explain(bytes: Uint8Array, file: string, lang: string): InvalidCatalog | undefined;
  export function hashAt(block: string, index: number): string | undefined;
  export function openingMessage(lang: string): string;
  export function sha384(bytes: Uint8Array): string;
  export function unavailableMessage(file: string, lang: string): string;

  export class CatalogStream {
    free(): void;
    push(part: Uint8Array): void;
  }

  export class SharedCatalog {
    private constructor();
    free(): void;
    static read(bytes: Uint8Array, stream?: CatalogStream): SharedCatalog | undefined;
    adjacentReports(report: number): Uint32Array;
    reportFile(report: number): ReportFile | undefined;
    view(lang: string, width: number, em: number, link?: string): ComparisonView | undefined;
  }

  export class ComparisonView {
    private constructor();
    free(): void;
    announcement(): string;
    dot(rank: number): DotInfo | undefined;
    export(kind: string, address: string | undefined, today: string): ExportFile | undefined;
    finding(): string;
    link(): string;
    nearestDot(x: number, y: number): number | undefined;
    openReport(): number | undefined;
    reference(today: string, page: string): string;
    render(): string;
    renderMatches(query: string): string;
    renderRegion(id: string): string;
    renderRows(first: number, count: number): string;
    resize(width: number, em: number): void;
    restore(link?: string): void;
    rowCount(): number;
    setHasLink(hasLink: boolean): void;
    setLanguage(lang: string): void;
    setOpenReport(report?: number): void;
    update(id: string, value: string): string[];
  }

  export class DotInfo {
    private constructor();
    free(): void;
    readonly label: string;
    readonly x: number;
    readonly y: number;
  }

  export class ExportFile {
    private constructor();
    free(): void;
    readonly media: string;
    readonly name: string;
    readonly text: string;
  }

  export class InvalidCatalog {
    private constructor();
    free(): void;
    readonly code: string;
    readonly line: number | undefined;
    readonly message: string;
    readonly path: string;
    readonly value: string | undefined;
  }

  export class ReportFile {
    private constructor();
    free(): void;
    readonly block: string | undefined;
    readonly index: number;
    readonly path: string;
    readonly sha384: string;
  }
}

declare const GONGKAI_VERSION: string;
declare const GONGKAI_CSS_INTEGRITY: string;
declare const GONGKAI_DRAW_WASM_INTEGRITY: string;
declare const GONGKAI_DRAW_SCRIPT_INTEGRITY: string;
declare const GONGKAI_APP_INTEGRITY: string;
declare const GONGKAI_APP_WASM_INTEGRITY: string;
declare const GONGKAI_APP_SCRIPT_INTEGRITY: string;
declare const GONGKAI_APP_CSS_INTEGRITY: string;
declare const GONGKAI_COMPARE_INTEGRITY: string;
declare const GONGKAI_COMPARE_WASM_INTEGRITY: string;
declare const GONGKAI_COMPARE_SCRIPT_INTEGRITY: string;
declare const GONGKAI_COMPARE_CSS_INTEGRITY: string;
declare const GONGKAI_CONTEXT_INTEGRITY: string;
declare const GONGKAI_CONTEXT_WASM_INTEGRITY: string;
declare const GONGKAI_CONTEXT_SCRIPT_INTEGRITY: string;
declare const GONGKAI_CONTEXT_CSS_INTEGRITY: string;
declare const GONGKAI_IMPORT_INTEGRITY: string;
declare const GONGKAI_READERS_INTEGRITY: string;
declare const GONGKAI_READERS_WASM_INTEGRITY: string;
declare const GONGKAI_READERS_SCRIPT_INTEGRITY: string;
declare const GONGKAI_IMPORT_WASM_INTEGRITY: string;
declare const GONGKAI_IMPORT_SCRIPT_INTEGRITY: string;
declare const GONGKAI_NOTICE_INTEGRITY: string;
declare const GONGKAI_PICTURE_INTEGRITY: string;

/** The desk's program; its script comes before the one that starts it. */
declare const wasm_bindgen: any;
/** What unpacks the desk's program, where the desk is one file. */
declare const gongkai_unpack: any;
