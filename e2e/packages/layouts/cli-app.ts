import {EXTENSION_PACKAGES, EXTENSION_TSCONFIG, SHOPIFY_SCRIPTS, shopifyTypes} from './layout.ts';
import type {Layout} from './layout.ts';

/** An app of `shopify app init` without a server, with three extensions: one has two targets. */
export const CLI_APP: Layout = {
  name: 'a Shopify CLI app with three TypeScript extensions',
  manager: 'npm',
  files: {
    'package.json': {
      name: 'acme-circle',
      version: '1.0.0',
      private: true,
      license: 'UNLICENSED',
      type: 'module',
      scripts: SHOPIFY_SCRIPTS,
      dependencies: {},
      devDependencies: {typescript: '7.0.2'},
      workspaces: ['extensions/*'],
    },
    '.gitignore': 'node_modules\n.env*\n.shopify\ndist\n',
    'shopify.app.toml': `client_id = "1b2c3d4e5f60718293a4b5c6d7e8f901"
name = "acme-circle"
application_url = "https://example.com"
embedded = true

[access_scopes]
scopes = "read_customers"

[webhooks]
api_version = "2026-07"
`,

    'extensions/free-shipping/package.json': packageOf('free-shipping'),
    'extensions/free-shipping/tsconfig.json': EXTENSION_TSCONFIG,
    'extensions/free-shipping/shopify.d.ts': shopifyTypes(
      'src/Checkout.tsx',
      'purchase.checkout.block.render',
    ),
    'extensions/free-shipping/shopify.extension.toml': `api_version = "2026-07"

[[extensions]]
name = "t:name"
handle = "free-shipping"
type = "ui_extension"
uid = "5f0a7c1e-2b34-4c6d-8e9f-0a1b2c3d4e5f60718293"

[[extensions.targeting]]
module = "./src/Checkout.tsx"
target = "purchase.checkout.block.render"

[extensions.capabilities]
api_access = true
`,
    'extensions/free-shipping/locales/en.default.json': {
      name: 'Free shipping',
      title: 'Free shipping',
      lines: {one: 'For {{count}} item in your cart', other: 'For {{count}} items in your cart'},
    },
    'extensions/free-shipping/locales/fr.json': {
      name: 'Livraison gratuite',
      title: 'Livraison gratuite',
      lines: {one: 'Pour {{count}} article', other: 'Pour {{count}} articles'},
    },
    'extensions/free-shipping/src/Checkout.tsx': `import '@shopify/ui-extensions/preact';
import {render} from 'preact';

export default async () => {
  render(<Extension />, document.body);
};

function Extension() {
  const {i18n, lines} = shopify;
  return (
    <s-banner heading={i18n.translate('title')}>
      <s-text>{i18n.translate('lines', {count: lines.value.length})}</s-text>
    </s-banner>
  );
}
`,

    'extensions/points/package.json': packageOf('points'),
    'extensions/points/tsconfig.json': EXTENSION_TSCONFIG,
    'extensions/points/shopify.d.ts': shopifyTypes(
      'src/OrderStatusBlock.tsx',
      'customer-account.order-status.block.render',
    ),
    'extensions/points/shopify.extension.toml': `api_version = "2026-07"

[[extensions]]
name = "Points"
handle = "points"
type = "ui_extension"

[[extensions.targeting]]
module = "./src/OrderStatusBlock.tsx"
target = "customer-account.order-status.block.render"

[extensions.capabilities]
network_access = true
`,
    'extensions/points/src/OrderStatusBlock.tsx': `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {useEffect, useState} from 'preact/hooks';

export default async () => {
  render(<Extension />, document.body);
};

function Extension() {
  const [message, setMessage] = useState('Looking for your points');

  useEffect(() => {
    void readPoints().then(setMessage, () => setMessage('Your points are not available'));
  }, []);

  return (
    <s-section heading="Acme Circle">
      <s-text>{message}</s-text>
    </s-section>
  );
}

async function readPoints(): Promise<string> {
  const token = await shopify.sessionToken.get();
  const response = await fetch('https://circle.acme-app.com/api/points', {
    headers: {Authorization: 'Bearer ' + token},
  });
  if (!response.ok) throw new Error('The server answered ' + response.status);

  const {points} = (await response.json()) as {points?: number};
  return points === undefined ? 'You have no points yet' : 'You have ' + points + ' points';
}
`,

    'extensions/thanks/package.json': packageOf('thanks'),
    'extensions/thanks/tsconfig.json': EXTENSION_TSCONFIG,
    'extensions/thanks/shopify.d.ts': `${shopifyTypes('src/ThankYou.tsx', 'purchase.thank-you.block.render')}
${shopifyTypes('src/OrderStatus.tsx', 'customer-account.order-status.block.render')}`,
    'extensions/thanks/shopify.extension.toml': `api_version = "2026-07"

[[extensions]]
name = "Thanks"
handle = "thanks"
type = "ui_extension"

[[extensions.targeting]]
module = "./src/ThankYou.tsx"
target = "purchase.thank-you.block.render"

[[extensions.targeting]]
module = "./src/OrderStatus.tsx"
target = "customer-account.order-status.block.render"
`,
    'extensions/thanks/src/ThankYou.tsx': `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {Survey} from './Survey';

export default async () => {
  render(<Survey question="How did you find us?" />, document.body);
};
`,
    'extensions/thanks/src/OrderStatus.tsx': `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {Survey} from './Survey';

export default async () => {
  render(<Survey question="Did everything arrive?" />, document.body);
};
`,
    'extensions/thanks/src/Survey.tsx': `import {useState} from 'preact/hooks';

export function Survey({question}: {question: string}) {
  const [isSent, setIsSent] = useState(false);
  if (isSent) return <s-text>Thank you</s-text>;

  return (
    <s-stack gap="base">
      <s-text-field label={question} />
      <s-button onClick={() => setIsSent(true)}>Send</s-button>
    </s-stack>
  );
}
`,
  },
  count: 4,
  tests: {
    'tests/free-shipping': ["getByRole('heading', {name: 'Free shipping', exact: true})"],
    'tests/points': ["toHaveRequest('https://circle.acme-app.com/api/points'", 'token:'],
    'tests/thanks': [
      "{target: 'purchase.thank-you.block.render'}",
      "getByRole('textbox', {name: 'How did you find us?', exact: true})",
      "{target: 'customer-account.order-status.block.render'}",
      "getByRole('textbox', {name: 'Did everything arrive?', exact: true})",
    ],
  },
};

function packageOf(name: string): object {
  return {name, private: true, version: '1.0.0', license: 'UNLICENSED', dependencies: EXTENSION_PACKAGES};
}
