import ts from 'typescript'
import { CAPABILITIES } from './places.ts'
import type { SourceFile } from './repository.ts'
import { everyNode, importsOf, isCode, isTest, lineOf } from './syntax.ts'

const capabilityOf = (path: string) => {
  const folder = path.match(/^server\/([^/]+)\//)?.[1]
  return folder && CAPABILITIES.includes(folder) ? folder : null
}

/**
 * A capability meets another at its public.ts, types included. What composes the product (server/*.ts,
 * http, cli, the root router) and the pages call acts where they are; tests look where effects show.
 */
export function sideDoors(files: SourceFile[]): string[] {
  return files
    .filter((file) => isCode(file) && !isTest(file) && capabilityOf(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ to }) => {
          const other = to && capabilityOf(to)
          return other && other !== capabilityOf(file.path) && to !== `server/${other}/public.ts`
        })
        .map(({ to, line }) => `${file.path}:${line} imports ${to}`),
    )
}

type Layer = { of: RegExp; not: RegExp; why: string }

/** Which way dependencies may point. */
const LAYERS: Layer[] = [
  {
    of: /^packages\//,
    not: /^(app|server|db|tenants|tests)\//,
    why: 'libraries know no network and no database',
  },
  { of: /^tenants\//, not: /^(app|server|db|tests)\//, why: 'networks are data' },
  {
    of: /^server\/kernel\//,
    not: new RegExp(`^(app|tests|server/(${[...CAPABILITIES, 'http', 'trpc', 'cli'].join('|')}))/`),
    why: 'the kernel knows no capability',
  },
  { of: /^app\//, not: /^(db|tests)\//, why: 'pages reach data through acts' },
  { of: /^server\//, not: /^(app|tests)\//, why: 'the server runs without pages and without tests' },
  { of: /^db\/(?!demo\/)/, not: /^(app|server|tests)\//, why: 'tables know no act' },
]

/** The commands that start the tests and the measures are the only way from the product to them. */
const STARTS_TESTS = /^server\/cli\//

export function climbs(files: SourceFile[]): string[] {
  return files
    .filter((file) => isCode(file) && !isTest(file) && !STARTS_TESTS.test(file.path))
    .flatMap((file) =>
      importsOf(file).flatMap(({ to, line }) =>
        LAYERS.filter((layer) => to && layer.of.test(file.path) && layer.not.test(to)).map(
          (layer) => `${file.path}:${line} imports ${to}: ${layer.why}`,
        ),
      ),
    )
}

/** Who may open a connection to the database, and why it is not db/client.ts that does. */
export const OPENERS = new Map([
  ['db/client.ts', 'the pool of the running product: everything an act does'],
  ['db/open.ts', 'looks at a database before it is used, and makes its logins'],
  ['server/database.ts', 'the owner, at start: migrations and demonstration data, then closed'],
  ['server/kernel/jobs.ts', 'the queue keeps connections of its own, to listen without holding ours'],
])
const MAY_OPEN = /^(server\/cli|tests)\//
const CONNECTIONS = /^(pg\.)?(Pool|Client|PgBoss)$/

export function opensConnections(files: SourceFile[]): { path: string; line: number }[] {
  return files.filter(isCode).flatMap((file) =>
    everyNode(file)
      .filter((node) => {
        if (ts.isNewExpression(node)) return CONNECTIONS.test(node.expression.getText())
        return ts.isCallExpression(node) && /^(drizzle|pg\.connect)$/.test(node.expression.getText())
      })
      .map((node) => ({ path: file.path, line: lineOf(node) })),
  )
}

export function uninvitedConnections(files: SourceFile[]): string[] {
  return opensConnections(files)
    .filter(({ path }) => !OPENERS.has(path) && !MAY_OPEN.test(path) && !path.includes('.test.'))
    .map(({ path, line }) => `${path}:${line}`)
}

/** A router is a table of contents: a procedure bears the name of its act, and the act the name of its file. */
export function misnamedActs(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => capabilityOf(path) && path.endsWith('/router.ts'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ to }) => to?.endsWith('.server.ts'))
        .flatMap(({ to, names, line }) =>
          names
            .filter((name) => !to!.endsWith(`/${kebab(name)}.server.ts`))
            .map((name) => `${file.path}:${line} takes ${name} from ${to}`),
        ),
    )
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
