import { activeNetworks } from '#server/kernel/networks.ts'
import { baseOf } from '#server/portal/public.ts'
import { sitemap } from './sitemap.server.ts'

export async function loader() {
  const bases = await Promise.all(activeNetworks().map(({ id }) => baseOf(id)))
  return sitemap(
    'sitemapindex',
    bases.map((base) => `${base}/sitemap.xml`),
  )
}
