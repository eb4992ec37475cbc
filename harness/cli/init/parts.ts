/** A target of an extension that a test can mount, or ask for its value. */
export interface FoundTarget {
  readonly target: string;
  /** Whether it returns a value instead of rendering: `….should-render`, for one. */
  readonly isRun: boolean;
  /** Whether its `should_render` module can hide it. */
  readonly hasCondition: boolean;
  /** The handle of the extension that declares it. */
  readonly handle: string;
  /** The name of that extension. */
  readonly name: string;
  /** Whether a test has to name the target. */
  readonly needsTarget: boolean;
  /** Whether a test has to name the handle. */
  readonly needsHandle: boolean;
}

/** The folder of an extension file. */
export interface ExtensionPart {
  readonly kind: 'extension';
  /** The path from the project's folder, with slashes; `.` for the folder itself. */
  readonly folder: string;
  readonly name: string;
  readonly targets: readonly FoundTarget[];
}

/** A Shop Mini. */
export interface MiniPart {
  readonly kind: 'mini';
  readonly folder: string;
  readonly name: string;
}

/** A VTEX storefront with its own server. */
export interface StorefrontPart {
  readonly kind: 'storefront';
  readonly folder: string;
  readonly name: string;
  readonly account: string;
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

/** An ordinary page that Vite serves. */
export interface PagePart {
  readonly kind: 'page';
  readonly folder: string;
  readonly name: string;
}

/** An embedded app with its own server. */
export interface AppPart {
  readonly kind: 'app';
  readonly folder: string;
  readonly name: string;
  /** The origin at which the admin opens it. */
  readonly origin: string;
  /** The command that starts its server. */
  readonly command: string;
  /** The folder of the command, from the project's folder. */
  readonly cwd: string;
  /** The command that writes what the server serves; `null` without a build. */
  readonly build: string | null;
}

/** A part of a project that gets a test. */
export type Part = AppPart | ExtensionPart | MiniPart | StorefrontPart | PagePart;

/** The kinds of parts, in words. */
export const KIND_NAMES: Readonly<Record<Part['kind'], string>> = {
  app: 'embedded app',
  extension: 'extension',
  mini: 'Shop Mini',
  storefront: 'VTEX storefront',
  page: 'Vite page',
};
