/** The parts of the console's list: everything, problems, and the side that answered. */
export const SEGMENTS = ['all', 'problems', 'backend', 'platform'] as const;

export type Segment = (typeof SEGMENTS)[number];

/** The panels, in the order of their tabs. */
export const PANEL_NAMES = ['requests', 'tokens', 'cases', 'situation', 'clock', 'calls'] as const;

export type PanelName = (typeof PANEL_NAMES)[number];

/** The place of a console: what its address says. The id is a key, so the address is not for sharing. */
export interface Place {
  readonly id: string;
  readonly panel: PanelName;
  /** The number of the selected request; in the panel of tokens, that of a token. */
  readonly selection: number | null;
  readonly query: string;
  readonly segment: Segment;
  /** Whether the console has its own window. */
  readonly isWindow: boolean;
}

/** Reads a fragment: `#<id>/<panel>/<number>?q=…&show=problems&window`. */
export function parsePlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const [id = '', panel = '', selection = ''] = path.split('/');
  const params = new URLSearchParams(search);

  return {
    id,
    panel: PANEL_NAMES.find((name) => name === panel) ?? 'requests',
    selection: /^\d+$/.test(selection) ? Number(selection) : null,
    query: params.get('q') ?? '',
    segment: SEGMENTS.find((segment) => segment === params.get('show')) ?? 'all',
    isWindow: params.has('window'),
  };
}

/** Writes the fragment of a place. */
export function formatPlace({id, panel, selection, query, segment, isWindow}: Place): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  if (segment !== 'all') params.set('show', segment);
  if (isWindow) params.set('window', '1');

  const search = params.size === 0 ? '' : `?${params.toString()}`;
  return `#${id}/${panel}${selection === null ? '' : `/${selection}`}${search}`;
}
