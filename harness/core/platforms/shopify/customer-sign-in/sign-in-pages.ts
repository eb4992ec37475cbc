import {escape} from '../../../../wire/markup.ts';
import type {Reason} from '../../../../wire/verdict.ts';
import type {Customer} from '../../../world/people.ts';
import {problemHeader} from '../../problem.ts';
import {plainPage} from '../plain-page.ts';

/** The things that the page of the sign-in shows. */
export interface SignInPage {
  readonly shopName: string;
  /** The known customers, who sign in by a button. */
  readonly people: readonly Pick<Customer, 'firstName' | 'lastName' | 'email'>[];
  /** The value of `login_hint`. */
  readonly email: string;
}

/** Returns the page on which a guest signs in. A test picks a customer, or enters an email. */
export function signInPage({shopName, people, email}: SignInPage): Response {
  const title = `Sign in to ${shopName}`;
  const buttons = people.map((person) => {
    const shown = [`${person.firstName} ${person.lastName}`.trim(), person.email].filter(Boolean).join(', ');
    return `<li><button name="email" value="${escape(person.email)}">${escape(shown)}</button></li>`;
  });

  return plainPage(
    title,
    `<form method="post">
  <p><label>Email <input type="email" name="email" required value="${escape(email)}"></label></p>
  <p><button>Continue</button></p>
</form>
<form method="post"><ul aria-label="Customers of the simulation">${buttons.join('')}</ul></form>`,
  );
}

/** Returns the page of a request that the platform does not send back to the client. */
export function refusalPage(title: string, error: string, reason: Reason): Response {
  const text = `<p role="alert">The error was: ${escape(error)}</p>`;
  return plainPage(title, text, {status: 400, headers: problemHeader(reason)});
}

/** Returns the page after a logout that names no other page. */
export function loggedOutPage(): Response {
  return plainPage('You have logged out', '');
}
