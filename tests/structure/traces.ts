import type { SourceFile } from './repository.ts'

type Trace = { what: string; pattern: RegExp }

/**
 * What says where and how a file was written instead of what it does: it is wrong on every other
 * machine and for every later reader. Patterns are spelled so that they do not find themselves.
 */
const TRACES: Trace[] = [
  {
    what: "a path of somebody's machine",
    pattern: /(?<![\w.~*}#-])\/(?:home|root|Users|work|workspace|mnt|opt|srv|tmp)\/[\w.-]+/,
  },
  { what: "a path of somebody's machine", pattern: /\b[A-Z]:\\+Users\b/ },
  {
    what: 'the address of a package registry',
    pattern:
      /\b(?:registry|npm|artifactory|nexus|verdaccio|packages)\.[a-z0-9-]+(?:\.[a-z]+)*\/|\bnpm[j]s\.(?:org|com)/,
  },
  {
    what: 'a number in a tracker',
    pattern: /\b(?:issue|ticket|pull request|merge request)s?\s*(?:n°|no\.?)?\s*#?\d+/i,
  },
  { what: 'a promise instead of work', pattern: /\b(?:TO[D]O|FIX[M]E|X{3}|HA[C]K)\b/ },
  {
    // runIf stays: it names what a test needs of the machine (root, another system's paths).
    what: 'a test left out',
    pattern: /\b(?:it|test|describe|suite)\.(?:skip|only|todo|fixme|skipIf)\b/,
  },
]

/** Other people's text: the lockfile, the licence, and reference data. */
const OTHERS = /^(package-lock\.json|LICENSE|packages\/referentials\/(sources|generated|outlines)\/.*)$/

export function traces(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => !OTHERS.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) =>
        TRACES.flatMap(({ what, pattern }) => {
          const found = line.match(pattern)?.[0]
          return found ? [`${path}:${index + 1} ${what}: ${found}`] : []
        }),
      ),
    )
}
