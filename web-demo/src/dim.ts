import { field } from './fields'
import type { Key } from './i18n'
import type { Value } from './json'
import { join, parent, pattern } from './pointer'

/** Why a field has no effect in the request as it stands, for the eye only: the verdict is the linter's. */
export interface Reason {
  key: Key
  /** The field the reason lies in. */
  because?: string
}

export type Values = ReadonlyMap<string, Value>

interface When {
  fields: string[]
  reason: Key
  /** The field it depends on, beside the dimmed one. */
  on: string
  holds: (value: unknown, values: Values) => boolean
}

const not = (wanted: unknown) => (value: unknown) => value !== wanted
const given = (value: unknown) => value !== undefined && value !== null && value !== ''
const some = (name: string, fields: string[], reason: Key, holds: When['holds']): When => ({ on: name, fields, reason, holds })

const group = 'nodepools[].scaling_group'
const inside = (base: string, names: string[]) => names.map((name) => `${base}.${name}`)

const TERWAY = /^terway(-(?!controlplane$).*)?$/

export function networkOf(values: Values): 'terway' | 'flannel' | undefined {
  const addons = values.get('/addons')
  let found: 'terway' | 'flannel' | undefined
  for (let index = 0; index < (addons?.length ?? 0); index++) {
    const at = join('/addons', index)
    if (values.get(`${at}/disabled`)?.scalar === true) continue
    const name = values.get(`${at}/name`)?.scalar
    if (typeof name !== 'string') continue
    if (TERWAY.test(name)) found = 'terway'
    else if (name === 'flannel' || name === 'kube-flannel-ds') found ??= 'flannel'
  }
  return found
}

const CONDITIONS: When[] = [
  some('cluster_type', [
    'ssh_flags', 'master_count', 'master_vswitch_ids', 'master_instance_types', 'master_system_disk_category',
    'master_system_disk_size', 'master_system_disk_performance_level', 'master_system_disk_snapshot_policy_id',
    'master_instance_charge_type', 'master_period_unit', 'master_period', 'master_auto_renew',
    'master_auto_renew_period', 'key_pair', 'login_password',
  ], 'dim.notDedicated', (value) => value === 'ManagedKubernetes' || value === 'ExternalKubernetes'),
  some('master_instance_charge_type', [
    'master_period_unit', 'master_period', 'master_auto_renew', 'master_auto_renew_period',
  ], 'dim.notPrepaid', not('PrePaid')),
  some('master_auto_renew', ['master_auto_renew_period'], 'dim.noRenew', (value) => value === false),
  some('master_system_disk_category', ['master_system_disk_performance_level'], 'dim.onlyEssd', not('cloud_essd')),
  some('security_group_id', ['is_enterprise_security_group'], 'dim.groupGiven', given),
  some('addons', ['container_cidr', 'node_cidr_mask'], 'dim.terway', (_, values) => networkOf(values) === 'terway'),
  some('addons', ['pod_vswitch_ids'], 'dim.flannel', (_, values) => networkOf(values) === 'flannel'),
  some('image_id', ['image_type'], 'dim.imageGiven', given),
  some('disabled', ['addons[].config'], 'dim.addonOff', (value) => value === true),
  some('enable', inside('nodepools[].auto_scaling', [
    'max_instances', 'min_instances', 'type', 'is_bond_eip', 'eip_internet_charge_type', 'eip_bandwidth',
  ]), 'dim.notEnabled', not(true)),
  some('is_bond_eip', inside('nodepools[].auto_scaling', ['eip_internet_charge_type', 'eip_bandwidth']), 'dim.notEnabled', not(true)),
  some('auto_scaling/enable', ['nodepools[].count'], 'dim.scaled', (value) => value === true),
  some('../auto_scaling/enable', [`${group}.desired_size`], 'dim.scaled', (value) => value === true),
  some('instance_charge_type', inside(group, ['period_unit', 'period', 'auto_renew', 'auto_renew_period']), 'dim.notPrepaid', not('PrePaid')),
  some('auto_renew', [`${group}.auto_renew_period`], 'dim.noRenew', (value) => value === false),
  some('system_disk_category', [`${group}.system_disk_performance_level`], 'dim.onlyEssd', not('cloud_essd')),
  some('category', [`${group}.data_disks[].performance_level`], 'dim.onlyEssd', not('cloud_essd')),
  some('image_id', inside(group, ['image_type', 'platform']), 'dim.imageGiven', given),
  some('security_group_ids', [`${group}.security_group_id`], 'dim.idsGiven', given),
  some('spot_strategy', [`${group}.spot_price_limit`], 'dim.spot', not('SpotWithPriceLimit')),
  some('multi_az_policy', inside(group, [
    'on_demand_base_capacity', 'on_demand_percentage_above_base_capacity', 'spot_instance_pools', 'compensate_with_on_demand',
  ]), 'dim.cost', not('COST_OPTIMIZED')),
  some('enable', ['nodepools[].management.auto_repair'], 'dim.notEnabled', not(true)),
  some('../enable', ['nodepools[].management.upgrade_config.auto_upgrade'], 'dim.notEnabled', not(true)),
]

const byField = new Map<string, When[]>()
for (const when of CONDITIONS) {
  for (const path of when.fields) byField.set(path, [...(byField.get(path) ?? []), when])
}
for (const [one, other] of [['key_pair', 'login_password'], ['login_password', 'key_pair']] as const) {
  for (const base of ['', `${group}.`]) {
    const when = some(other, [base + one], 'dim.otherLogin', given)
    byField.set(base + one, [...(byField.get(base + one) ?? []), when])
  }
}

export function dimmed(pointer: string, values: Values): Reason | undefined {
  const list = byField.get(pattern(pointer))
  if (!list) return undefined
  for (const when of list) {
    // Of the two logins only the empty one is dimmed; with both set the linter speaks.
    if (when.reason === 'dim.otherLogin' && values.has(pointer)) continue
    const at = resolve(parent(pointer), when.on)
    if (when.holds(effective(at, values), values)) return { key: when.reason, because: pattern(at).split('.').at(-1) }
  }
  return undefined
}

function resolve(base: string, relative: string): string {
  let at = base
  for (const step of relative.split('/')) at = step === '..' ? parent(at) : join(at, step)
  return at
}

/** The value, or the default of the field. Empty lists count as unset. */
function effective(pointer: string, values: Values): unknown {
  const value = values.get(pointer)
  const unset = !value || value.kind === 'null' || value.scalar === '' || (value.kind === 'array' && value.length === 0)
  if (unset) return field(pattern(pointer))?.default ?? undefined
  return value.kind === 'array' || value.kind === 'object' ? value.length : value.scalar
}

/** Rules whose finding says that the field it points at does nothing. */
export const saysNoEffect = (rule: string) =>
  /-ignored$|-overridden$|^subscription-field-without|^pod-vswitches-without-terway$|^autoscaling-with-count$|^security-group-id-and-ids$|-with-terway$|^field-for-other|^eip-field-without|^performance-level-without|^config-on-disabled/.test(rule)
