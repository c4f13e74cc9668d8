import common from './en/common.json'
import crm from './en/crm.json'
import directory from './en/directory.json'
import identity from './en/identity.json'
import kernel from './en/kernel.json'
import portal from './en/portal.json'

export const messages = { common, crm, directory, identity, kernel, portal }
