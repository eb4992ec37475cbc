import type {Page} from '@playwright/test';

/**
 * Makes the document of the console a bare one: neither script nor style sheet, only the frame with the page. Its
 * address, headers and processes stay those of the console.
 */
export async function leaveBareFrame(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', {urls: ['*/.simhost/console.js', '*/.simhost/console.css']});

  const {port, hash} = new URL(address);
  await page.addInitScript(appendFrame, `http://localhost:${port}/${hash}`);
}

/** Appends the frame, about as large as in the console. Runs in the page, and in its frame, which stays as it is. */
function appendFrame(address: string): void {
  if (globalThis.top !== globalThis.self) return;

  document.addEventListener('DOMContentLoaded', () => {
    const frame = document.createElement('iframe');
    frame.allow = 'clipboard-read; clipboard-write';
    frame.style.cssText = 'border: 0; width: 920px; height: 850px';
    frame.src = address;
    document.body.append(frame);
  });
}
