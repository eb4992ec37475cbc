import {Form} from './form.ts';

/** An error that Shopify's servers found in the data of an extension. */
export interface FunctionSettingsFault {
  readonly code: string;
  readonly message: string;
}

/** The settings of a Function. The page saves them together with its own. */
export class FunctionSettings extends Form {
  /** Reports to the extension that its changes were refused. */
  fail(errors: readonly FunctionSettingsFault[]): void {
    this.emit('error', {event: {error: errors}});
  }
}
