/** Whether two e-mails are the same, regardless of case. */
export function isSameEmail(one: string, other: string): boolean {
  return canonicalEmail(one) === canonicalEmail(other);
}

/** Finds the person with this e-mail. */
export function byEmail<Person extends {readonly email: string}>(
  people: Readonly<Record<string, Person>>,
  email: string | undefined,
): Person | undefined {
  return email === undefined
    ? undefined
    : Object.values(people).find((person) => isSameEmail(person.email, email));
}

/** Writes an e-mail in the form in which it is compared and stored. */
export function canonicalEmail(email: string): string {
  return email.toLowerCase();
}
