"""What all slides share: their size, the places of title and text, the page of notes. Nothing of an answer."""

from __future__ import annotations

from typing import NamedTuple

from phare_cli.rendering.office.archive import DECLARATION
from phare_cli.rendering.office.open_xml import DRAWING, OFFICE

SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
WIDTH, HEIGHT = 12192000, 6858000  # English metric units of a wide slide
LEFT, ACROSS = 609600, 10972800  # where its content stands
DECLARED = f'xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" xmlns:p="{SLIDES}"'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


class PlaceBox(NamedTuple):
    """Where a shape stands on a slide, in English metric units."""

    left: int
    top: int
    width: int
    height: int

    @property
    def element(self) -> str:
        """The box as a shape has it."""
        return f'<a:xfrm><a:off x="{self.left}" y="{self.top}"/><a:ext cx="{self.width}" cy="{self.height}"/></a:xfrm>'

    def on(self, size: PlaceBox) -> PlaceBox:
        """Return the box where it stands on slides of another *size*."""
        across, down = size.width / WIDTH, size.height / HEIGHT
        return PlaceBox(
            int(self.left * across), int(self.top * down), int(self.width * across), int(self.height * down)
        )


SLIDE = PlaceBox(0, 0, WIDTH, HEIGHT)


def place(x: int, y: int, width: int, height: int) -> str:
    """Return where a shape stands and how large it is."""
    return PlaceBox(x, y, width, height).element


def _holder(id: int, name: str, kind: str, where: str, body: str, levels: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"<p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr><p:txBody>{body}<a:lstStyle>{levels}</a:lstStyle>"
        f"<a:p><a:r><a:rPr/><a:t>…</a:t></a:r></a:p></p:txBody></p:sp>"
    )


TITLE = PlaceBox(LEFT, 320000, ACROSS, 1000000)
BODY = PlaceBox(LEFT, 1450000, ACROSS, 4500000)
_FIELD = '<a:fld id="{7B1D2D3A-5C61-4B7E-9C43-3F1B7A0C1D11}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
NUMBER = '<p:ph type="sldNum" sz="quarter" idx="12"/>'


_NUMBER_LETTERS = (
    '<a:lvl1pPr algn="r"><a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
)


def number_shape(id: int, *, named: str = NUMBER, where: str = "", letters: str = "") -> str:
    """Return the number of a slide, in the place that is *named*, which the master or its layout puts somewhere."""
    return foot_shape(id, "number", named, _FIELD, where, letters)


def foot_shape(id: int, name: str, named: str, inner: str, where: str = "", letters: str = "") -> str:
    """Return a shape at the foot of a slide."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"{named}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr><p:txBody><a:bodyPr/>"
        f"<a:lstStyle>{letters}</a:lstStyle><a:p>{inner}</a:p></p:txBody></p:sp>"
    )


def _level(size: int, *, bullet: bool, margin: int = 0) -> str:
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    return (
        f'<a:lvl1pPr marL="{margin}" indent="{-margin}" algn="l"><a:spcBef><a:spcPts val="900"/></a:spcBef>{mark}'
        f'<a:defRPr sz="{size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        "</a:defRPr></a:lvl1pPr>"
    )


def master() -> str:
    """Return the master of all slides."""
    title = _holder(
        2, "title", 'type="title"', TITLE.element, '<a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr>'
    )
    body = _holder(3, "text", 'type="body" idx="1"', BODY.element, "<a:bodyPr><a:normAutofit/></a:bodyPr>")
    number = number_shape(4, where=place(11000000, 6420000, 700000, 300000), letters=_NUMBER_LETTERS)
    return (
        f"{DECLARATION}<p:sldMaster {DECLARED}><p:cSld>"
        '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{TREE}{title}{body}{number}</p:spTree></p:cSld>{_MAP}<p:sldLayoutIdLst>"
        '<p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/>'
        '<p:sldLayoutId id="2147483651" r:id="rId3"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l">'
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/><a:defRPr sz="2600" b="1"><a:solidFill>'
        '<a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>'
        f"<p:bodyStyle>{_level(2000, bullet=True, margin=285750)}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1200, bullet=False)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


TITLE_BOX = PlaceBox(LEFT, 1900000, ACROSS, 1500000)
SUBTITLE_BOX = PlaceBox(LEFT, 3500000, ACROSS, 900000)


def layout(kind: str, name: str, size: PlaceBox = SLIDE) -> str:
    """Return a layout: ``title`` opens a deck, ``obj`` has a text, ``titleOnly`` leaves room for a chart.

    *size* is that of the slides.
    """
    if kind == "title":
        shapes = _holder(
            2, "title", 'type="ctrTitle"', TITLE_BOX.on(size).element, '<a:bodyPr anchor="b"/>'
        ) + _holder(
            3,
            "subtitle",
            'type="subTitle" idx="1"',
            SUBTITLE_BOX.on(size).element,
            "<a:bodyPr/>",
            '<a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr>',
        )
    else:
        shapes = _holder(2, "title", 'type="title"', "", "<a:bodyPr/>")
        shapes += _holder(3, "text", 'idx="1"', "", "<a:bodyPr/>") if kind == "obj" else ""
        shapes += number_shape(4)
    return (
        f'{DECLARATION}<p:sldLayout {DECLARED} type="{kind}" preserve="1"><p:cSld name="{name}">'
        f"<p:spTree>{TREE}{shapes}"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master() -> str:
    """Return the master of the pages of notes."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{place(685800, 1143000, 5486400, 3086100)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:sp>"
    )
    text = _holder(3, "notes", 'type="body" idx="3"', place(685800, 4400550, 5486400, 3600450), "<a:bodyPr/>")
    return (
        f"{DECLARATION}<p:notesMaster {DECLARED}><p:cSld>"
        '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{TREE}{image}{text}</p:spTree></p:cSld>{_MAP}</p:notesMaster>"
    )
