"""Pages that reach for a file, the network or a program in every way that HTML knows."""

from __future__ import annotations

from seeds import MORE, TITLE, WORDS

CANARY = "qari-canary"
FORMS = (
    "file:///{0}.png", "file://localhost/{0}.png", "/{0}.png", "//127.0.0.1/{0}.png",
    "../../../../../../{0}.png", "..\\..\\{0}.png", "\\\\127.0.0.1\\share\\{0}.png", "{0}.png",
    "http://127.0.0.1:9/{0}.png", "https://127.0.0.1:9/{0}.png", "ftp://127.0.0.1/{0}",
    "qrc:/{0}", "smb://127.0.0.1/{0}", "jar:file:///{0}!/x", "data:text/html,<img src=/{0}>",
    "javascript:fetch('/{0}')", "view-source:file:///{0}", "&#102;ile:///{0}.png", "file:/%2f{0}",
    "FILE:///{0}.PNG",
)  # fmt: skip
TAGS = (
    '<img src="{0}">', '<img srcset="{0} 2x">', '<link rel="stylesheet" href="{0}">',
    '<style>@import "{0}";</style>', '<p style="background:url({0})">خبر</p>', '<body background="{0}">',
    '<iframe src="{0}"></iframe>', '<object data="{0}"></object>', '<embed src="{0}">',
    '<script src="{0}"></script>', '<video poster="{0}" src="{0}"></video>', '<audio src="{0}"></audio>',
    '<input type="image" src="{0}">', '<base href="{0}"><img src="x.png">',
    '<meta http-equiv="refresh" content="0;url={0}">', '<svg><image xlink:href="{0}"/></svg>',
    '<table background="{0}"><tr><td background="{0}">خبر</table>', '<a href="{0}" ping="{0}">خبر</a>',
    '<form action="{0}"><button formaction="{0}">خبر</button></form>', '<frameset><frame src="{0}"></frameset>',
)  # fmt: skip
CODE = f"fetch('http://127.0.0.1:9/{CANARY}')"
PAYLOADS = (
    f"<script>{CODE}</script>", f"<img src=x onerror={CODE}>", f"<svg onload={CODE}>",
    f"<svg><script>{CODE}</script></svg>", f'<math><mi xlink:href="javascript:{CODE}">x</mi></math>',
    f"<details open ontoggle={CODE}>x</details>", f"<body onload={CODE}>", f"<x onclick={CODE}>خبر</x>",
    f"<svg><animate onbegin={CODE} attributeName=x dur=1s>", f"<marquee onstart={CODE}>خبر</marquee>",
    f'<iframe srcdoc="<script>{CODE}</script>"></iframe>', f'<a href=" javascript:{CODE}">خبر</a>',
    f'<a href="java&#x0A;script:{CODE}">خبر</a>', f'<a href="vbscript:{CODE}">خبر</a>',
    f"<style>p{{behavior:url(/{CANARY}.htc);-moz-binding:url(/{CANARY}.xml)}}</style>",
    f"<style>@font-face{{font-family:x;src:url(file:///{CANARY}.ttf)}}p{{font-family:x}}</style>",
    f'<p style="width:expression({CODE})">خبر</p>', f"<style>li{{list-style:url(/{CANARY}.png)}}</style>",
    f"<style>p::before{{content:url('file:///{CANARY}.png')}}</style>",
    f"<link rel=preload as=image href=/{CANARY}.png><link rel=icon href=/{CANARY}.ico>",
    f"<link rel=dns-prefetch href=//{CANARY}.example><link rel=manifest href=/{CANARY}.json>",
    f'<noscript><p title="</noscript><img src=x onerror={CODE}>">', f"<template><img src=/{CANARY}></template>",
    f"<textarea><img src=/{CANARY}.png onerror={CODE}></textarea>", f"<title><img src=/{CANARY}.png></title>",
    f"<!--[if gte IE 4]><script>{CODE}</script><![endif]-->", f"<!-- --!><img src=x onerror={CODE}> -->",
    f"<![CDATA[<img src=/{CANARY}.png>]]>", f'<?xml-stylesheet href="/{CANARY}.css"?>',
    f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///{CANARY}">]><p>&x;</p>',
    f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///{CANARY}"/>',
    f'<object type="text/html" data="file:///{CANARY}"><param name=src value=/{CANARY}></object>',
    f"<applet code=x archive=/{CANARY}.jar></applet>", f"<bgsound src=/{CANARY}.wav>",
    f"<isindex action=/{CANARY}>", f"<keygen autofocus onfocus={CODE}>", f"<layer src=/{CANARY}></layer>",
    f"<picture><source srcset=/{CANARY}.webp><img src=x></picture>", f"<track src=/{CANARY}.vtt>",
    f"<portal src=/{CANARY}></portal>", f"<svg><use href=/{CANARY}.svg#x /></svg>",
    f"<svg><feImage href=/{CANARY}.png /></svg>", f"<svg><foreignObject><img src=/{CANARY}.png></foreignObject></svg>",
    f'<math><annotation-xml encoding="text/html"><img src=/{CANARY}.png></annotation-xml></math>',
    f'<form id=x></form><button form=x formaction="javascript:{CODE}">خبر</button>',
    f'<meta http-equiv=Set-Cookie content=x><meta http-equiv=Content-Security-Policy content="report-uri /{CANARY}">',
    f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"<img src=/{CANARY}.png>","url":"file:///{CANARY}","datePublished":"2017-11-02"}}</script>',
    f'<meta property="og:title" content="<img src=file:///{CANARY}.png>"><meta property="og:url" content="file:///{CANARY}">',
    f'<link rel=canonical href="file:///{CANARY}"><link rel=canonical href="javascript:{CODE}">',
    f'<meta name=author content="<b><img src=/{CANARY}.png></b>">', "<table><tr><td>" * 25,
    "<b><i><a>" * 400, "&" + "lt;" * 50, "\u202e\u2066\u2067" * 20, "<p>" + "\u064e" * 400 + "</p>",
)  # fmt: skip


def pages() -> list[bytes]:
    """Return a whole page for each tag with each form of address, and for each payload."""
    inner = [tag.format(form.format(CANARY)) for tag in TAGS for form in FORMS]
    return [page(part) for part in (*inner, *PAYLOADS)]


def page(inner: str) -> bytes:
    """Return an article's page with something in its head, its title and its middle."""
    shown = inner.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE} {shown}</title>'
        f"</head><body><article><h1>{TITLE} {shown}</h1>{inner}<p>{WORDS} {shown}</p>"
        f"<p>{inner}{MORE}</p></article></body></html>"
    ).encode("utf-8", "surrogatepass")
