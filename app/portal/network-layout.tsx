import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listsDispositifs } from '#server/dispositifs/public.ts'
import { publicNetwork } from '../guard.server.ts'
import type { loader as rootLoader } from '../root.tsx'
import { Footer } from './footer.tsx'
import { TopBar } from './top-bar.tsx'

/** An address that names no active network stops here. A section that would be empty has no link. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = publicNetwork(args)
  return { dispositifs: network.modules.includes('dispositifs') && (await listsDispositifs(network.id)) }
}

export default function NetworkLayout() {
  const { t } = useTranslation('portal')
  const network = useRouteLoaderData<typeof rootLoader>('root')?.network
  const { dispositifs } = useLoaderData<typeof loader>()
  if (!network) return <Outlet />
  const home = `/${network.slug}`
  const items = [{ to: home, label: t('theNetwork'), end: true }]
  if (network.modules.includes('directory'))
    items.push({ to: `${home}/annuaire`, label: t('directory'), end: false })
  if (network.modules.includes('projects'))
    items.push({ to: `${home}/projets`, label: t('projects'), end: false })
  if (dispositifs) items.push({ to: `${home}/dispositifs`, label: t('dispositifs'), end: false })
  return (
    <>
      <TopBar home={home} name={network.name} initials={network.brand.initials} items={items} />
      <main id="contenu">
        <Outlet />
      </main>
      <Footer />
    </>
  )
}
