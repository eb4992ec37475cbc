import {releaseCandidate, supportedVersions} from '../api-version.ts';

/** Resolves `publicApiVersions`: the supported versions, the release candidate, and `unstable`. */
export function resolveApiVersions(now: number): readonly object[] {
  const candidate = releaseCandidate(now);
  return [
    ...supportedVersions(now).map((handle, index, {length}) =>
      apiVersion(handle, index === length - 1 ? `${handle} (Latest)` : handle, true),
    ),
    apiVersion(candidate, `${candidate} (Release candidate)`, false),
    apiVersion('unstable', 'unstable', false),
  ];
}

/** Resolves one version as `ApiVersion`. */
export function resolveApiVersion(handle: string, now: number): object {
  return apiVersion(handle, handle, supportedVersions(now).includes(handle));
}

function apiVersion(handle: string, displayName: string, supported: boolean): object {
  return {__typename: 'ApiVersion', handle, displayName, supported};
}
