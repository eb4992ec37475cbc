import {SHOPIFY_SCRIPTS} from './layout.ts';
import type {Layout} from './layout.ts';

/** An app of Shopify CLI with an extension of the last generation that is written in React. */
export const REACT_APP: Layout = {
  name: 'a Shopify CLI app of the React generation',
  manager: 'npm',
  files: {
    'package.json': {
      name: 'acme-gift',
      version: '1.0.0',
      private: true,
      scripts: SHOPIFY_SCRIPTS,
      devDependencies: {typescript: '5.9.3'},
      workspaces: ['extensions/*'],
    },
    'tsconfig.json': {
      compilerOptions: {target: 'ES2022', module: 'Node16', strict: true, noEmit: true, skipLibCheck: true},
      include: ['scripts'],
    },
    '.gitignore': 'node_modules\n.env*\n.shopify\n',
    'shopify.app.toml': `client_id = "3b2c3d4e5f60718293a4b5c6d7e8f903"
name = "acme-gift"
application_url = "https://example.com"
embedded = true
`,

    'extensions/gift/package.json': {
      name: 'gift',
      private: true,
      version: '1.0.0',
      license: 'UNLICENSED',
      dependencies: {
        '@shopify/ui-extensions': '2025.7.4',
        '@shopify/ui-extensions-react': '2025.7.4',
        react: '18.3.1',
        'react-reconciler': '0.29.0',
      },
      devDependencies: {'@types/react': '18.3.8'},
    },
    'extensions/gift/tsconfig.json': {
      compilerOptions: {
        jsx: 'react-jsx',
        target: 'ES2020',
        module: 'ESNext',
        moduleResolution: 'bundler',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      },
      include: ['./src'],
    },
    'extensions/gift/shopify.extension.toml': `api_version = "2025-07"

[[extensions]]
type = "ui_extension"
name = "Gift message"
handle = "gift"

[[extensions.targeting]]
module = "./src/Checkout.tsx"
target = "purchase.checkout.block.render"

[extensions.capabilities]
api_access = true
`,
    'extensions/gift/locales/en.default.json': {title: 'This is a gift', message: 'Your message'},
    'extensions/gift/src/Checkout.tsx': `import {useState} from 'react';
import {
  BlockStack,
  Checkbox,
  TextField,
  reactExtension,
  useTranslate,
} from '@shopify/ui-extensions-react/checkout';

export default reactExtension('purchase.checkout.block.render', () => <Extension />);

function Extension() {
  const translate = useTranslate();
  const [isGift, setIsGift] = useState(false);
  const [message, setMessage] = useState('');

  return (
    <BlockStack>
      <Checkbox checked={isGift} onChange={setIsGift}>
        {translate('title')}
      </Checkbox>
      <TextField label={translate('message')} value={message} onChange={setMessage} />
    </BlockStack>
  );
}
`,
  },
  count: 1,
  tests: {
    'tests/gift': [
      "getByRole('checkbox', {name: 'This is a gift', exact: true})",
      "getByRole('textbox', {name: 'Your message', exact: true})",
    ],
  },
};
