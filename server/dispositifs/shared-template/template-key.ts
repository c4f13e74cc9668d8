/** One template among all: a key of the product's, or who shares it and its dispositif there. */
export type TemplateSource = { network: number | null; source: string }

export const templateKey = ({ network, source }: TemplateSource): string =>
  network === null ? source : `${network}.${source}`

const SHARED = /^([1-9]\d{0,8})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function sourceOfKey(key: string): TemplateSource | null {
  const [, network, source] = SHARED.exec(key) ?? []
  if (network && source) return { network: Number(network), source }
  return /^[a-z][a-z0-9_]{0,59}$/.test(key) ? { network: null, source: key } : null
}
