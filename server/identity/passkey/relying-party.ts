import { productOrigin } from '#server/portal/public.ts'

/** Whom a passkey is made for: the product's own address, told by its configuration and never by a request. */
export function relyingParty() {
  const origin = productOrigin()
  return { name: 'Maillage', origin, id: new URL(origin).hostname }
}
