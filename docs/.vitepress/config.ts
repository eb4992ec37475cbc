import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitepress';
import {sidebar} from './sidebar.ts';
import {slug} from './slug.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The Markdown files of the repository are the pages of the site, at the paths that their links name. */
export default defineConfig({
  title: 'simhost',
  description: 'Test Shopify extensions, Shop Minis and VTEX storefronts on a simulated platform.',
  srcDir: '..',
  srcExclude: ['!(docs|README.md|CHANGELOG.md|CONTRIBUTING.md)/**', '.*/**'],
  rewrites: {'README.md': 'index.md', 'docs/decisions/README.md': 'docs/decisions/index.md'},
  markdown: {
    // Headings have the anchors that GitHub and npm give them, so that one link works in all three.
    anchor: {slugify: slug},
    config: (md) => {
      const {normalizeLink} = md;
      md.normalizeLink = (url) => normalizeLink(url.replace(/(?<=^|\/)README\.md/, 'index.md'));
      // Vue would read an expression of GitHub Actions, such as ${{ matrix.shard }}, as its own.
      md.renderer.rules.code_inline = (tokens, index) =>
        `<code v-pre>${md.utils.escapeHtml(tokens[index]?.content ?? '')}</code>`;
    },
  },
  themeConfig: {
    nav: [
      {text: 'Get started', link: '/docs/get-started'},
      {text: 'Write tests', link: '/docs/testing'},
      {text: 'Fixtures and options', link: '/docs/fixtures'},
      {text: 'Cases', link: '/docs/cases'},
    ],
    sidebar: sidebar(ROOT),
    outline: [2, 3],
    search: {provider: 'local'},
  },
  vite: {
    // Vite's root is the repository, whose own configuration builds the package.
    configFile: false,
    plugins: [
      {
        // The pages are outside of this package, which alone has Vue.
        name: 'vue-for-pages',
        enforce: 'pre',
        resolveId(id, importer, options) {
          if (!/^vue(?:\/|$)/.test(id) || importer?.startsWith(`${ROOT}docs/node_modules/`)) return null;
          return this.resolve(id, import.meta.filename, {...options, skipSelf: true});
        },
      },
    ],
  },
});
