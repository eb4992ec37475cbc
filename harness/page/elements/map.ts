import {boxCss} from './base/box-css.ts';
import {sendCommand} from './base/command.ts';
import {pressWithKeys} from './base/press-keys.ts';
import {iconDrawing, iconPath} from './base/icon-drawing.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const MAP_STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.map {
  position: relative; overflow: clip; min-block-size: 200px; border: 1px solid var(--sim-border);
  border-radius: var(--sim-radius);
  background: repeating-linear-gradient(0deg, transparent 0 39px, var(--sim-border) 39px 40px),
    repeating-linear-gradient(90deg, transparent 0 39px, var(--sim-border) 39px 40px), var(--sim-subdued);
}
.ground { position: absolute; inset: 0; }
.ground ::slotted(*) { position: absolute !important; inset: 50% auto auto 50%; }
.note {
  position: absolute; inset: auto 8px 8px; margin: 0; padding: 4px 8px; inline-size: fit-content; font-size: 0.75rem;
  color: var(--sim-quiet); background: var(--sim-surface); border-radius: 6px; pointer-events: none;
}
.controls { position: absolute; inset: 8px 8px auto auto; display: flex; flex-direction: column; gap: 4px; }
.controls button {
  inline-size: 32px; block-size: 32px; padding: 0; cursor: pointer; border: 1px solid var(--sim-border);
  border-radius: 6px;
  background: var(--sim-surface);
}
.controls button:hover { background: var(--sim-subdued); }
`);

const MARKER_STYLE = styleSheets(`
:host { display: inline-block; cursor: pointer; color: var(--sim-critical); border-radius: 6px; }
.pin { display: block; }
`);

/**
 * A map without a picture, since nothing is fetched. Markers are at their places, and presses, zoom and
 * events work.
 */
export class Map extends PageElement {
  readonly #sheet = new CSSStyleSheet();
  readonly #note = make('p', {class: 'note'});
  readonly #ground = make('div', {class: 'ground'}, make('slot'));
  #zoom: number | undefined;

  constructor() {
    super(MAP_STYLE);
    this.root.adoptedStyleSheets.push(this.#sheet);

    const zoom = (label: string, text: string, by: number): HTMLElement => {
      const button = make('button', {type: 'button', 'aria-label': label}, text);
      button.addEventListener('click', (event) => {
        event.stopPropagation();
        this.#zoomTo(this.level + by);
      });
      return button;
    };

    const controls = make('div', {class: 'controls'}, zoom('Zoom in', '+', 1), zoom('Zoom out', '−', -1));

    this.root.append(make('div', {class: 'map'}, this.#ground, this.#note, controls));
    new MutationObserver(() => this.changed()).observe(this, {childList: true});
    new ResizeObserver(() => this.changed()).observe(this.#ground);
  }

  get level(): number {
    return clamp(
      this.#zoom ?? number(this.textOf('zoom'), 4),
      number(this.textOf('minZoom'), 0),
      number(this.textOf('maxZoom'), 18),
    );
  }

  override receive(name: string, value: unknown): void {
    if (name === 'zoom') this.#zoom = undefined;
    super.receive(name, value);
  }

  protected override onNative(event: Event): void {
    if (!(event instanceof MouseEvent)) return;
    const {left, top, width, height} = this.#ground.getBoundingClientRect();
    const location = this.#placeAt(event.clientX - left - width / 2, event.clientY - top - height / 2);
    this.emit(event.type, {event: {location}});
  }

  protected override render(): void {
    this.#sheet.replaceSync(boxCss('.map', (property) => this.textOf(property)));
    setOrRemove(this, 'role', 'region');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel') || 'Map');
    const {latitude, longitude} = this.#centre;
    this.#note.textContent = `Map at ${latitude}, ${longitude}, zoom ${this.level}. Its picture is not loaded.`;
    for (const marker of this.children) if (marker instanceof MapMarker) this.#put(marker);
  }

  get #centre(): Place {
    return {latitude: number(this.textOf('latitude'), 0), longitude: number(this.textOf('longitude'), 0)};
  }

  #zoomTo(zoom: number): void {
    const before = this.level;
    this.#zoom = zoom;
    this.render();
    if (this.level === before) return;

    const {width, height} = this.#ground.getBoundingClientRect();
    const bounds = {
      northEast: this.#placeAt(width / 2, -height / 2),
      southWest: this.#placeAt(-width / 2, height / 2),
    };

    this.emit('viewchange', {event: {location: this.#centre, zoom: this.level}});
    this.emit('boundschange', {event: {bounds}});
  }

  /**
   * Moves a marker to its place in Web Mercator: the world is 256 pixels wide at zoom 0, and doubles with
   * each level.
   */
  #put(marker: MapMarker): void {
    const scale = 256 * 2 ** this.level;
    const at = marker.place;
    const centre = this.#centre;
    const x = ((at.longitude - centre.longitude) / 360) * scale;
    const y = (northing(centre.latitude) - northing(at.latitude)) * scale;
    marker.style.translate = `calc(${Math.round(x)}px - 50%) calc(${Math.round(y)}px - 100%)`;
  }

  #placeAt(x: number, y: number): Place {
    const scale = 256 * 2 ** this.level;
    const {latitude, longitude} = this.#centre;
    const north = northing(latitude) - y / scale;
    return {latitude: round(southing(north)), longitude: round(longitude + (x / scale) * 360)};
  }
}

export class MapMarker extends PageElement {
  readonly #pin = make(
    'span',
    {class: 'pin'},
    make('slot', {name: 'graphic'}, iconDrawing(iconPath('location'), {size: 28})),
  );

  constructor() {
    super(MARKER_STYLE);
    this.root.append(this.#pin);
    pressWithKeys(this);
    this.addEventListener('dblclick', (event) => event.stopPropagation());
  }

  get place(): Place {
    return {latitude: number(this.textOf('latitude'), 0), longitude: number(this.textOf('longitude'), 0)};
  }

  protected override onNative(): void {
    this.emit('click');
    if (this.textOf('commandFor') !== '')
      sendCommand(this, this.textOf('commandFor'), this.textOf('command'));
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'button');
    setOrRemove(this, 'tabindex', '0');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel') || 'Place on the map');
    if (this.parentElement instanceof Map) this.parentElement.changed();
  }
}

function northing(latitude: number): number {
  const angle = (clamp(latitude, -85, 85) * Math.PI) / 180;
  return Math.log(Math.tan(angle / 2 + Math.PI / 4)) / (2 * Math.PI);
}

function southing(north: number): number {
  return (Math.atan(Math.sinh(north * 2 * Math.PI)) * 180) / Math.PI;
}

function number(text: string, otherwise: number): number {
  return text === '' || Number.isNaN(Number(text)) ? otherwise : Number(text);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
