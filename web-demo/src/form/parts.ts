import type { Shape } from '../fields'
import type { Key } from '../i18n'

/** Headings within long lists of fields; by the beginning of the name. */
const HEADINGS: { heading: Key; names: RegExp }[] = [
  { heading: 'part.nodes', names: /^(master_count|master_vswitch_ids|master_instance_types|vswitch_ids|instance_types|desired_size|instance_patterns|deploymentset_id|size|ram_role_name)$/ },
  { heading: 'part.system', names: /^(image_|os_type|platform|runtime|cpu_|security_hardening_os|soc_|cis_|node_port_range|cloud_monitor_flags|instance_metadata)/ },
  { heading: 'part.disks', names: /^(master_system_disk_|system_disk_|data_disks|disk_init)/ },
  { heading: 'part.login', names: /^(key_pair|login_)/ },
  { heading: 'part.billing', names: /^(master_instance_charge_type|master_period|master_auto_renew|instance_charge_type|charge_type|period|auto_renew)/ },
  { heading: 'part.network', names: /^(security_group_id|internet_|rds_instances)/ },
  { heading: 'part.scaling', names: /^(scaling_policy|multi_az_policy|on_demand_|spot_|compensate_|private_pool_|resource_pool_)/ },
]

const ORDER: Record<string, number> = { instance_charge_type: -1, charge_type: -1, period_unit: -0.5, vswitch_ids: -1 }
const SPLIT = 14

const kept = new Map<string, { heading: Key | ''; members: Shape[] }[]>()

/** Long lists of fields in parts with headings, short ones as they are. */
export function split(key: string, members: Shape[]) {
  const known = kept.get(key)
  if (known) return known
  const parts = members.length < SPLIT ? [{ heading: '' as const, members }] : divided(members)
  kept.set(key, parts)
  return parts
}

function divided(members: Shape[]) {
  const rest = new Set(members)
  const parts: { heading: Key | ''; members: Shape[] }[] = []
  for (const { heading, names } of HEADINGS) {
    const mine = members.filter((member) => rest.has(member) && names.test(member.name))
    for (const member of mine) rest.delete(member)
    mine.sort((a, b) => (ORDER[a.name] ?? 0) - (ORDER[b.name] ?? 0))
    if (mine.length > 0) parts.push({ heading, members: mine })
  }
  if (rest.size > 0) parts.push({ heading: 'part.other', members: [...rest] })
  // One heading alone says nothing.
  return parts.length < 3 ? [{ heading: '' as const, members }] : parts
}

export const partsOf = (shape: Shape) => split(shape.field.path, shape.children)
