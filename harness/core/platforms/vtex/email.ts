/** Whether two e-mails are one: the case of their letters says nothing. */
export function isSameEmail(one: string, other: string): boolean {
  return canonicalEmail(one) === canonicalEmail(other);
}

/** Whose e-mail it is. */
export function byEmail<Person extends {readonly email: string}>(
  people: Readonly<Record<string, Person>>,
  email: string | undefined,
): Person | undefined {
  return email === undefined
    ? undefined
    : Object.values(people).find((person) => isSameEmail(person.email, email));
}

/** An e-mail as keys are written. */
export function canonicalEmail(email: string): string {
  return email.toLowerCase();
}
