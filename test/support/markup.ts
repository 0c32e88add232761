/** Texts that do something where a program takes what was typed for part of a page. Each would set `window.fell`. */
export const MARKUP: string[] = [
  '<script>window.fell=1</script>',
  '<img src=x onerror="window.fell=1">',
  '<svg onload="window.fell=1"><circle r=9 /></svg>',
  '<iframe srcdoc="<script>parent.fell=1</script>"></iframe>',
  '<a href="javascript:window.fell=1">klik</a>',
  'javascript:window.fell=1',
  '[klik](javascript:window.fell=1)',
  '"><b onmouseover=window.fell=1>vet</b>',
  '{{constructor.constructor("window.fell=1")()}}',
  '${window.fell=1}',
  '<math><mtext><style>*{display:none}</style>',
  ']]></t><f>1+1</f>&lt;b&gt;&#x3C;i&#x3E;',
]
