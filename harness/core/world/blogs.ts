/** A blog of the online store. */
export interface Blog {
  /** `gid://shopify/Blog/…` */
  readonly id: string;
  /** The part of its URL that names it. */
  readonly handle: string;
  /** The title. */
  readonly title: string;
  /** The articles, the oldest first. */
  readonly articles: readonly Article[];
}

/** An article of a blog. */
export interface Article {
  /** `gid://shopify/Article/…` */
  readonly id: string;
  /** The part of its URL that names it. */
  readonly handle: string;
  /** The title. */
  readonly title: string;
  /** The content, as plain text. */
  readonly text: string;
  /** The summary, as plain text; null without one. */
  readonly excerpt: string | null;
  /** The tags. */
  readonly tags: readonly string[];
  /** The author's first and last name. */
  readonly author: readonly [string, string];
  /** The comments of readers. */
  readonly comments: readonly Comment[];
}

/** A comment on an article. */
export interface Comment {
  /** `gid://shopify/Comment/…` */
  readonly id: string;
  /** The content, as plain text. */
  readonly text: string;
  /** The name of its author. */
  readonly name: string;
  /** The email of its author. */
  readonly email: string;
}

/** The blogs of the online store. */
export const BLOGS: readonly Blog[] = [
  {
    id: 'gid://shopify/Blog/9301',
    handle: 'news',
    title: 'News',
    articles: [
      {
        id: 'gid://shopify/Article/9401',
        handle: 'how-to-care-for-canvas',
        title: 'How to care for canvas',
        text: 'Canvas likes cold water. Dry it in the shade.',
        excerpt: 'Canvas likes cold water.',
        tags: ['care'],
        author: ['Grace', 'Hopper'],
        comments: [
          {
            id: 'gid://shopify/Comment/9451',
            text: 'That saved my bag.',
            name: 'Bea Byron',
            email: 'bea@engines.example',
          },
        ],
      },
      {
        id: 'gid://shopify/Article/9402',
        handle: 'the-sale-begins',
        title: 'The sale begins',
        text: 'Every second product costs a fifth less.',
        excerpt: null,
        tags: ['sale', 'news'],
        author: ['Grace', 'Hopper'],
        comments: [],
      },
    ],
  },
];
