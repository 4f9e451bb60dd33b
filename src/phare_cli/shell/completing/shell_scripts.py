"""What a shell must be told once, so that it asks phare what may follow.

Each script hands phare the words of the line as words, and takes its answer, a line each, as text: no shell reads a
word of it as a command.
"""

from __future__ import annotations

from collections.abc import Mapping

BASH = r"""
_phare_completion() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("${line%%$'\t'*}")
    done < <(_PHARE_COMPLETE=bash "${1/#\~/$HOME}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _phare_completion phare
"""

# In a folder of fpath it is run at the first TAB; sourced, it only says what is to be run then.
ZSH = r"""
#compdef phare
_phare_completion() {
    local line
    local -a values shown
    while IFS= read -r line; do
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
    done < <(_PHARE_COMPLETE=zsh "${${(Q)words[1]}/#\~/$HOME}" "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#values} )); then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        compadd -U -l -d shown -a values
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _phare ]]; then
    _phare_completion "$@"
else
    compdef _phare_completion phare
fi
"""

FISH = r"""
function __phare_completion
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l option (string match -r -- '^--[^=]+=' "$current")
    env _PHARE_COMPLETE=fish phare $words "$current" 2>/dev/null | string replace -r -- '^' "$option"
end
complete --command phare --no-files \
    --condition 'count (__phare_completion) >/dev/null' --arguments '(__phare_completion)'
"""

# An empty word is lost on the way to a program, hence the variable.
POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName phare -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($null -ne $_.Value) { "$($_.Value)" } else { $_.Extent.Text } })
    $Env:_PHARE_COMPLETE = 'powershell'
    $Env:_PHARE_WORD = $wordToComplete
    try {
        phare @words 2>$null | ForEach-Object {
            $value, $shown = $_ -split "`t", 2
            if (-not $shown) { $shown = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $shown)
        }
    } finally {
        Remove-Item 'Env:_PHARE_COMPLETE', 'Env:_PHARE_WORD' -ErrorAction SilentlyContinue
    }
}
"""

SCRIPTS: Mapping[str, str] = {
    shell: script.lstrip("\n")
    for shell, script in {
        "bash": BASH,
        "zsh": ZSH,
        "fish": FISH,
        "powershell": POWERSHELL,
        "pwsh": POWERSHELL,
    }.items()
}
