import ArgumentParser

extension CompletionShell {
  /// The script with which a shell completes the commands.
  var script: String {
    Rspmaint.completionScript(for: self) + (self == .bash ? CompletionShell.bashWords : "")
  }

  /// Bash parts words at '=' and ':', which stand within a word here, as in `ID:group=legacy`.
  /// This puts the parts together for the parser's function, and gives bash what is behind the last.
  private static let bashWords = #"""

    _rspmaint_whole_words() {
        local -a words=()
        local -i at=0 index
        local rest="${COMP_LINE}" word last=''
        for index in "${!COMP_WORDS[@]}"; do
            word="${COMP_WORDS[index]}"
            if [[ "${index}" -gt 0 && "${rest}" != [[:space:]]* && ( "${word}" == [=:]* || "${last}" == *[=:] ) ]]; then
                words[${#words[@]}-1]+="${word}"
            else
                rest="${rest#"${rest%%[![:space:]]*}"}"
                words+=("${word}")
            fi
            rest="${rest#"${word}"}"
            last="${word}"
            [[ "${index}" -eq "${COMP_CWORD}" ]] && at=$((${#words[@]} - 1))
        done
        local -a COMP_WORDS=("${words[@]}")
        local -i COMP_CWORD="${at}"
        local current="${words[at]}"
        _rspmaint "${1}" "${current}" "${words[at - 1]}"
        COMPREPLY=("${COMPREPLY[@]#"${current%"${current##*[=:]}"}"}")
        if [[ "${COMPREPLY[*]}" == *=* ]]; then compopt +o filenames -o nospace; fi
    }

    complete -o filenames -F _rspmaint_whole_words rspmaint

    """#
}
