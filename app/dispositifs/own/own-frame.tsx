import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { toneOf } from '../desk/state-tone.ts'
import { Done } from '../told.tsx'
import type { OwnHead } from './own-view.server.ts'

/** Where one is in one's own dossier, and what has just been done. */
export function OwnFrame({ head, here, children }: { head: OwnHead; here?: string; children: ReactNode }) {
  const { t } = useTranslation('dispositifs')
  const name = `${head.code} ${head.number} · ${head.name}`
  return (
    <div className="wrap page stack">
      <Breadcrumb
        trail={[{ to: head.all, label: t('holder.mine') }, ...(here ? [{ to: head.home, label: name }] : [])]}
        here={here ?? name}
      />
      <div className="row">
        <h1 className="grow">{here ?? head.name}</h1>
        <Badge tone={toneOf(head.state as DossierState)} label={t(`state.${head.state}`)} />
      </div>
      <p className="muted">
        {head.dispositif} · {head.session} · {t('dossier.number', { number: head.number })}
      </p>
      <Done of="holder" />
      {children}
      <VisibleBy who="youAndTeam" />
    </div>
  )
}
