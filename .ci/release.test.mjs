import {expect, test} from '@playwright/test';
import {closeUnreleased, obstaclesTo, problemsIn} from './release.mjs';

const UNRELEASED = `# Changelog

## [Unreleased]

### Added

- One thing.

[unreleased]: https://example.com/simhost/commits/main
`;

test('a changelog without a release is fine', () => {
  expect(problemsIn(UNRELEASED, '0.1.0')).toEqual([]);
});

test('closing Unreleased makes a section with date and links, and leaves an empty one', () => {
  const closed = closeUnreleased(UNRELEASED, '0.2.0', '2027-01-31');
  expect(closed).toBe(`# Changelog

## [Unreleased]

## [0.2.0] - 2027-01-31

### Added

- One thing.

[unreleased]: https://example.com/simhost/compare/v0.2.0...HEAD
[0.2.0]: https://example.com/simhost/releases/tag/v0.2.0
`);
  expect(problemsIn(closed, '0.2.0')).toEqual([]);
});

test('a release without a change is refused', () => {
  const closed = closeUnreleased(UNRELEASED, '0.2.0', '2027-01-31');
  expect(() => closeUnreleased(closed, '0.3.0', '2027-02-01')).toThrow(
    'Nothing is listed under "Unreleased".',
  );
});

for (const [mistake, from, to, problem] of [
  ['another first section', '[Unreleased]\n', '[Next]\n', 'The first section must be "## [Unreleased]".'],
  ['an unknown kind', '### Added', '### New', '"New" in 0.2.0 is not one of Added, Changed,'],
  ['a missing date', ' - 2027-01-31', '', 'The section of 0.2.0 needs a date: YYYY-MM-DD.'],
  ['an empty section', '- One thing.', '', 'The section of 0.2.0 is empty.'],
  ['a missing link', '\n[0.2.0]: ', '\n[0.2.1]: ', 'The link of 0.2.0 is missing.'],
  [
    'an entry that is there twice',
    '- One thing.',
    '- One thing.\n- One thing.',
    'an entry twice: "One thing. …"',
  ],
  ['a name that is not a version', '## [0.2.0]', '## [soon]', '"soon" is not a version.'],
]) {
  test(`a changelog with ${mistake} is reported`, () => {
    const closed = closeUnreleased(UNRELEASED, '0.2.0', '2027-01-31').replace(from, to);
    expect(problemsIn(closed, '0.2.0').join('\n')).toContain(problem);
  });
}

test('a version that differs from package.json is reported', () => {
  const closed = closeUnreleased(UNRELEASED, '0.2.0', '2027-01-31');
  expect(problemsIn(closed, '0.1.0')).toEqual(['The newest section is 0.2.0, and package.json has 0.1.0.']);
});

const MANIFEST = {version: '0.1.0', repository: {url: 'git+https://github.com/acme/simhost.git'}};

test('the version of package.json can be released, if the changelog has no section of it', () => {
  expect(obstaclesTo('0.1.0', MANIFEST, UNRELEASED)).toEqual([]);

  const closed = closeUnreleased(UNRELEASED, '0.1.0', '2027-01-31');
  expect(obstaclesTo('0.1.0', MANIFEST, closed)).toEqual(['CHANGELOG.md has a section of 0.1.0 already.']);
});

test('a name that is not a version, and a repository without an owner, stop a release', () => {
  const manifest = {...MANIFEST, repository: {url: 'git+https://github.com/OWNER/simhost.git'}};
  expect(obstaclesTo('v0.2', manifest, UNRELEASED)).toEqual([
    '"v0.2" is not a version. Write it as 0.2.0.',
    'The repository has no owner. Replace OWNER in package.json and CHANGELOG.md first.',
  ]);
});
