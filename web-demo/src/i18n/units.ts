/** Units of the field table, as they are shown behind a number. */
export const units: Record<string, string> = {
  minutes: '分钟',
  nodes: '个节点',
  months: '个月',
  days: '天',
  percent: '%',
  GiB: 'GiB',
  'Mbit/s': 'Mbit/s',
  'CNY per hour': '元/小时',
}
