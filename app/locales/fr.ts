import common from './fr/common.json'
import crm from './fr/crm.json'
import dev from './fr/dev.json'
import directory from './fr/directory.json'
import glossary from './fr/glossary.json'
import identity from './fr/identity.json'
import kernel from './fr/kernel.json'
import notifications from './fr/notifications.json'
import portal from './fr/portal.json'
import ui from './fr/ui.json'

export const messages = { common, crm, dev, directory, glossary, identity, kernel, notifications, portal, ui }
