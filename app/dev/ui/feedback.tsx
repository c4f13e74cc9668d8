import { Form } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { say } from '../../ui/toast-store.ts'
import { Toasts, UndoLine } from '../../ui/toasts.tsx'
import { Section } from './section.tsx'

const UNDO = { action: '/dev/ui', fields: { intent: 'retablir' } }

export function Feedback({ done }: { done: string | null }) {
  const { t } = useTranslation('dev')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Section name="feedback">
        {done === 'supprimer' ? (
          <div role="status">
            <UndoLine toast={{ text: t('ask.done'), undo: UNDO }} />
          </div>
        ) : null}
        {done === 'retablir' ? (
          <p className="notice ok" role="status">
            {t('ask.undone')}
          </p>
        ) : null}
        <Form method="post" action="/dev/ui" className="row" preventScrollReset>
          <ConfirmSubmit
            label={t('ask.delete')}
            question={t('ask.question')}
            consequence={t('ask.consequence')}
            name="intent"
            value="supprimer"
            danger
          />
        </Form>
        <div className="row">
          <button className="btn" type="button" onClick={() => say({ text: t('ask.said'), undo: UNDO })}>
            {t('ask.say')}
          </button>
          <button className="btn" type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t('ask.open')}
          </button>
        </div>
        <Dialog open={open} title={t('ask.boxTitle')} onClose={() => setOpen(false)}>
          <p>{t('ask.boxText')}</p>
          <button className="btn primary" type="button" onClick={() => setOpen(false)}>
            {t('ui:keepAsIs')}
          </button>
        </Dialog>
        <Toasts />
      </Section>
      <Section name="navigation">
        <Breadcrumb
          trail={[
            { to: '/', label: t('crumb.desk') },
            { to: '/dev/ui', label: t('crumb.list') },
          ]}
          here={t('crumb.here')}
        />
        <Tabs
          label={t('tab.label')}
          tabs={[
            { key: 'story', label: t('tab.one'), panel: <p>{t('tab.oneText')}</p> },
            { key: 'people', label: t('tab.two'), panel: <p>{t('tab.twoText')}</p> },
            { key: 'files', label: t('tab.three'), panel: <p>{t('tab.threeText')}</p> },
          ]}
        />
      </Section>
    </>
  )
}
