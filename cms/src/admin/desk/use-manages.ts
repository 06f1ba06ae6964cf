import { useAuth } from '@strapi/strapi/admin'
import { casePermissions } from '../../contracts/permissions.ts'

/** Whether the account has what is the bureau's alone; a unit's account has not. */
export function useManages(): boolean {
  const permissions = useAuth('case desk', (state) => state.permissions)
  return permissions.some(({ action }) => action === casePermissions.manage)
}
