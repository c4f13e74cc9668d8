import common from './en/common.json'
import crm from './en/crm.json'
import dev from './en/dev.json'
import directory from './en/directory.json'
import glossary from './en/glossary.json'
import identity from './en/identity.json'
import kernel from './en/kernel.json'
import notifications from './en/notifications.json'
import portal from './en/portal.json'
import ui from './en/ui.json'

export const messages = { common, crm, dev, directory, glossary, identity, kernel, notifications, portal, ui }
