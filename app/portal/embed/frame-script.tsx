const PARENT_AND_FRAME = `(function () {
  var name = 'maillage-hauteur'
  if (window.parent !== window && document.documentElement.hasAttribute('data-maillage-cadre')) {
    var last = 0
    var tell = function () {
      var height = Math.ceil(document.body.getBoundingClientRect().height)
      if (height !== last) window.parent.postMessage({ type: name, height: (last = height) }, '*')
    }
    new ResizeObserver(tell).observe(document.body)
    tell()
    return
  }
  window.addEventListener('message', function (event) {
    var told = event.data
    if (!told || told.type !== name || typeof told.height !== 'number') return
    var frames = document.querySelectorAll('iframe[data-maillage]')
    for (var i = 0; i < frames.length; i++)
      if (frames[i].contentWindow === event.source)
        frames[i].style.height = Math.min(20000, Math.max(120, told.height)) + 'px'
  })
})()
`

/** One script for both sides: the frame says how high it is, the page around it gives it that height. */
export function loader() {
  return new Response(PARENT_AND_FRAME, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
