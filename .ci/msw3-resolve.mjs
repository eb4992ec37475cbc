// Loaded before anything else (.ci/msw3.mjs): whatever imports msw gets the one in the folder that SIMHOST_TEST_MSW names.
import {registerHooks} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const parentURL = pathToFileURL(join(process.env.SIMHOST_TEST_MSW, 'package.json')).href;

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, /^msw(\/|$)/.test(specifier) ? {...context, parentURL} : context),
});
