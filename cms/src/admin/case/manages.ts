import { useAuth } from '@strapi/strapi/admin'

/** Whether the account has what is the bureau's alone; a unit's account has not. */
export function useManages(): boolean {
  const permissions = useAuth('case desk', (state) => state.permissions)
  return permissions.some(({ action }) => action === 'admin::cases.manage')
}
