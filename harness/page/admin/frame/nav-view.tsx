import type {VNode} from 'preact';
import type {AdminState} from '../../../wire/admin.ts';
import type {NavLink} from '../../../wire/app-bridge.ts';
import {adminAddress} from '../address.ts';
import {mayLeave} from '../leaving.ts';
import {nav} from '../state.ts';

/** The navigation of the app. The app's name leads to its root, or to the link that the app names as its home. */
export function NavView({app}: {readonly app: AdminState['app']}): VNode {
  const {home, links} = nav.value;

  return (
    <nav aria-label={app.name}>
      <a
        href={adminAddress(home?.href ?? '/', location.pathname)}
        onClick={(event) => (home === null ? toRoot(event) : follow(event, home))}
      >
        {app.name}
      </a>
      {links.map((link) => (
        <a
          key={link.href}
          href={adminAddress(link.href, location.pathname)}
          onClick={(event) => follow(event, link)}
        >
          {link.label}
        </a>
      ))}
    </nav>
  );
}

function follow(event: Event, link: NavLink): void {
  event.preventDefault();
  void mayLeave().then((leaves) => leaves && link.follow());
}

function toRoot(event: Event): void {
  event.preventDefault();
  void mayLeave().then((leaves) => leaves && goToRoot());
}

/** Loads the root of the app. The fragment may be the id of the simulation, and an address with it alone loads nothing. */
function goToRoot(): void {
  const root = adminAddress('/', location.pathname);
  if (root === `${location.pathname}${location.search}`) location.reload();
  else location.assign(`${root}${location.hash}`);
}
