import {faker} from '@faker-js/faker/locale/en';
import {expect, test} from '@playwright/test';
import type {Variant} from '../../../wire/order.ts';
import {BLOGS} from '../blogs.ts';
import {collectionsOf} from '../collections.ts';
import {menusOf} from '../menus.ts';
import {metaobjectsOf} from '../metaobjects.ts';
import {pagesOf, policiesOf} from '../online-store-pages.ts';
import {sellingPlanGroupsOf} from '../selling-plans.ts';
import {createShop} from '../shop.ts';
import {createWorld} from '../world.ts';
import type {Dictionary} from './dictionary.ts';
import {FRENCH} from './french.ts';
import {GERMAN} from './german.ts';
import {answerLanguage, languageCodeOf, publishedLanguages} from './language-code.ts';
import {translateContent, translateProduct, translateSold, translateVariant} from './translated-content.ts';
import {translatorOf} from './translator.ts';

/** Words that French and German write as English does. */
const SAME = ['Contact', 'Bacon', 'Chips', 'Pizza', 'Ball', 'Computer', 'Table'];

for (const [code, dictionary] of [
  ['FR', FRENCH],
  ['DE', GERMAN],
] as const) {
  test(`${code} has every word that titles are drawn from`, () => {
    const {product_name: names} = faker.rawDefinitions.commerce ?? {};
    const tables: readonly (readonly [keyof Dictionary, readonly string[] | undefined])[] = [
      ['adjectives', names?.['adjective']],
      ['materials', names?.['material']],
      ['products', names?.['product']],
    ];

    for (const [table, words] of tables)
      expect(Object.keys(dictionary[table]).toSorted(), table).toEqual([...(words ?? [])].toSorted());
  });

  test(`${code} has every text of the online store`, () => {
    const {shop, products} = createWorld();
    const translator = translatorOf(code, shop);
    const content = {
      products: products.map(({title, variants}) => ({title, name: variants[0]?.selectedOptions[0]?.name})),
      collections: collectionsOf(products),
      pages: pagesOf(shop),
      policies: policiesOf(shop),
      blogs: BLOGS.map(({title, articles}) => ({
        title,
        articles: articles.map((article) => ({title: article.title, text: article.text})),
      })),
      menus: menusOf(shop, products),
      plans: products.map((product) => sellingPlanGroupsOf(product)),
      metaobjects: metaobjectsOf(products)
        .flatMap(({fields}) => fields)
        .filter(({type}) => type.endsWith('text_field')),
    };

    const kept = textsOf(translateContent(content, translator)).filter((text) =>
      textsOf(content).includes(text),
    );
    expect(new Set(kept.filter((text) => !SAME.includes(text)))).toEqual(new Set());
  });
}

test('translates the seven products of every seed, and keeps what names them', () => {
  for (const seed of [1, 2, 3]) {
    const {shop, products} = createWorld({seed});
    for (const product of products) {
      const french = translateProduct(product, translatorOf('FR', shop));
      const {title, description, handle, variants} = french;

      expect(title).not.toBe(product.title);
      expect(description).not.toBe(product.description);
      expect({handle, ids: variants.map(({id}) => id)}).toEqual({
        handle: product.handle,
        ids: product.variants.map(({id}) => id),
      });
      expect(variants.map((variant) => variant.title)).toEqual(variants.map(() => title));
    }
  }
});

test('keeps texts of authors, and those of languages without translations', () => {
  const shop = createShop({name: 'Globex', languages: ['en', 'fr', 'ja']});
  const texts = ['Canvas bag', 'Rustic Wooden', 'Rustic Wooden Chair Deluxe', 'constructor Wooden Chair', ''];

  const {text} = translatorOf('FR', shop);
  expect(texts.map(text)).toEqual(texts);
  expect(text('Rustic Wooden Chair')).toBe('Chaise en bois, rustique');
  expect(text('Globex makes things that last.')).toBe('Globex fait des choses qui durent.');
  expect(translatorOf('JA', shop).text('Rustic Wooden Chair')).toBe('Rustic Wooden Chair');
});

test('keeps each text that an author gave a variant of the shop, and translates the others', () => {
  const {shop, products} = createWorld();
  const [variant] = products.flatMap(({variants}) => variants) as [Variant];
  const translator = translatorOf('FR', shop);
  const french = translateSold(variant, translator, products);
  expect(french).toEqual(translateVariant(variant, translator));

  const options = [{name: 'Table', value: 'Sale'}];
  for (const own of [
    {title: 'Sale'},
    {subtitle: 'Sale'},
    {image: {...variant.image, altText: 'Sale'}},
    {selectedOptions: options},
  ])
    expect(translateSold({...variant, ...own}, translator, products)).toEqual({...french, ...own});
});

test('takes the texts as written in the primary language', () => {
  const shop = createShop({languages: ['fr', 'en', 'de']});
  expect(translatorOf('FR', shop).text('Sale')).toBe('Sale');
  expect(translatorOf('DE', shop).text('Sale')).toBe('Angebote');
});

test('converts language tags to codes of the APIs', () => {
  const tags = ['en', 'fr-CA', 'pt-BR', 'zh-TW', 'zh-Hant-HK', 'fil'];
  expect(tags.map(languageCodeOf)).toEqual(['EN', 'FR', 'PT_BR', 'ZH_TW', 'ZH', 'FIL']);
});

test('answers in the asked language if the shop publishes it, else in the primary one', () => {
  const published = publishedLanguages({languages: ['en', 'fr']}, 'nl');
  expect(published).toEqual(['EN', 'FR', 'NL']);
  expect(['FR', 'NL', 'DE', undefined].map((asked) => answerLanguage(asked, published))).toEqual([
    'FR',
    'NL',
    'EN',
    'EN',
  ]);
});

/** Lists the texts of content for buyers. */
function textsOf(content: unknown): readonly string[] {
  const texts: string[] = [];
  translateContent(content, {
    description: () => '',
    text(original) {
      texts.push(original);
      return original;
    },
  });

  return texts;
}
