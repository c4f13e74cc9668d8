import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { DossierParts } from './dossier-parts.tsx'
import type { DossierHead } from './heading-of.server.ts'
import { toneOf } from './state-tone.ts'

/** The head of each page of a dossier: which one it is, where it stands, and its other pages. */
export function DossierHeading({ head, children }: { head: DossierHead; children?: ReactNode }) {
  const { t } = useTranslation('dispositifs')
  const { base, dispositif, session, here, code, sessionName, number, project, state, part } = head
  const trail = [
    { to: base, label: t('title') },
    { to: dispositif, label: code },
    { to: session, label: sessionName },
  ]
  const name = t('dossier.number', { number })
  return (
    <>
      {part === 'dossier' ? (
        <Breadcrumb trail={trail} here={name} />
      ) : (
        <Breadcrumb trail={[...trail, { to: here, label: name }]} here={t(`dossierParts.${part}`)} />
      )}
      <div className="row title">
        <h1 className="grow">{project}</h1>
        {children}
      </div>
      <p className="row">
        <Badge tone={toneOf(state)} label={t(`state.${state}`)} />
        <span className="muted">{name}</span>
      </p>
      <DossierParts base={here} parts={head.parts} />
    </>
  )
}
