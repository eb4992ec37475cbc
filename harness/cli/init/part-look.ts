import type {Look, SeenContent, SeenRequest} from '../../wire/first-look.ts';

/** The content and requests of a part that are the same at two times. */
export interface PartLook {
  readonly content: readonly SeenContent[];
  readonly hasText: boolean;
  /** Whether its condition hides it. */
  readonly isHidden: boolean;
  /** The value of a target that returns one, as JSON. `undefined` if it differs between the two times. */
  readonly value: string | null | undefined;
  readonly requests: readonly SeenRequest[];
}

/** A part that was seen, or the reason why it got no test. */
export type Seen =
  | {readonly kind: 'seen'; readonly look: PartLook}
  /** It does not start, or throws. */
  | {readonly kind: 'failed'; readonly reason: string}
  /** It could not be tried here. */
  | {readonly kind: 'not tried'};

/** The most lines of content that a test gets. */
const MOST_LINES = 5;
/** The most requests that a test gets. */
const MOST_REQUESTS = 3;

/** Keeps what two looks at different times have in common, so that a test holds at any time. */
export function steadyLook(now: Look, later: Look): PartLook {
  const isSame = <Entry>(one: Entry, others: readonly Entry[]): boolean =>
    others.some((other) => JSON.stringify(other) === JSON.stringify(one));

  return {
    content: now.content
      .filter((each) => isSame(each, later.content))
      .filter(isNew)
      .slice(0, MOST_LINES),
    hasText: now.hasText && later.hasText,
    isHidden: now.isHidden,
    value: now.value === later.value ? now.value : undefined,
    requests: firstOfEach(now.requests.filter((each) => isSame(each, later.requests))).slice(
      0,
      MOST_REQUESTS,
    ),
  };
}

/** Whether no control before has the same words: the label of a field is its name. */
function isNew(content: SeenContent, index: number, all: readonly SeenContent[]): boolean {
  const words = wordsOf(content);
  return all.findIndex((each) => wordsOf(each) === words) === index;
}

/** Returns the words by which a reader knows something that a part shows. */
export function wordsOf(content: SeenContent): string {
  return content.kind === 'text' ? content.text : content.name;
}

/** Keeps the first of requests with the same method and URL. */
function firstOfEach(requests: readonly SeenRequest[]): readonly SeenRequest[] {
  return requests.filter(
    ({method, url}, index) =>
      requests.findIndex((each) => each.method === method && each.url === url) === index,
  );
}
