import { useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { loader as rootLoader } from '../root.tsx'

/** Who sees what is on a private page, in words: nobody should have to guess. */
export function VisibleBy({ who }: { who: 'team' | 'admins' | 'you' | 'youAndTeam' }) {
  const { t } = useTranslation('ui')
  const network = useRouteLoaderData<typeof rootLoader>('root')?.network?.name
  return <p className="small muted">{t(`visibleBy.${who}`, { network })}</p>
}
