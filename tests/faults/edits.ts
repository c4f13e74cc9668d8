import type pg from 'pg'
import { aPerson, PASSWORD } from '#tests/support/people.ts'
import type { Instance } from './instance.ts'

export const NETWORK = 'so-cooperation'

/** The session cookie of a member of staff written into this database. */
export async function staffCookie(instance: Instance, app: pg.Client): Promise<string> {
  const { email } = await aPerson(app, { [NETWORK]: 'staff' })
  return cookieOf(instance, email, PASSWORD)
}

export async function cookieOf(instance: Instance, email: string, password: string): Promise<string> {
  const response = await signIn(instance, email, password)
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (response.status !== 302 || !cookie) throw new Error(`sign-in answered ${response.status}`)
  return cookie
}

export const signIn = (instance: Instance, email: string, password: string) =>
  instance.fetch('/connexion', {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    redirect: 'manual',
  })

/** A procedure called as the network's staff would; throws when the answer is not a success. */
export async function call<T>(instance: Instance, cookie: string, name: string, input: object): Promise<T> {
  const response = await instance.fetch(`/api/trpc/crm.${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ network: NETWORK, ...input }),
  })
  const body = (await response.json()) as { result?: { data: T } }
  if (!response.ok || !body.result) throw new Error(`${name} answered ${response.status}`)
  return body.result.data
}

export const create = (instance: Instance, cookie: string, name: string) =>
  call<{ id: string }>(instance, cookie, 'createOrganisation', {
    organisation: { name, kind: 'association' },
  })

export const rename = (instance: Instance, cookie: string, id: string, version: number, name: string) =>
  call<{ version: number }>(instance, cookie, 'updateOrganisation', {
    id,
    version,
    organisation: { name, kind: 'association' },
  })

export const publish = (instance: Instance, cookie: string, id: string) =>
  call<{ slug: string }>(instance, cookie, 'publishOrganisation', { id })
