// Installs the Chromium of Playwright if this machine has no browser that tests can use.
import {installChromium} from '../dist/node/chromium.js';

try {
  installChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
