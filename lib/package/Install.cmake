# make install: headers, the libraries, the CMake package, the pkg-config files. The program, the schemas and the man page are
# installed by tools/sidetal, the fonts by fonts.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/sidetal")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT dev
  FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_BINARY_DIR}/include/sidetal/Version.h" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/sidetal"
  COMPONENT dev)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sidetal" COMPONENT lib)

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/sidetalConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/package/sidetalConfig.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/package/sidetalConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/package/sidetalConfig.cmake" "${PROJECT_BINARY_DIR}/package/sidetalConfigVersion.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/FindHaru.cmake" "${CMAKE_CURRENT_LIST_DIR}/FindHyphen.cmake"
  DESTINATION "${package_dir}" COMPONENT dev)

# What a static library's third-party libraries are called on a linker's command line.
set_property(GLOBAL PROPERTY SIDETAL_PC_fmt::fmt -lfmt)
set_property(GLOBAL PROPERTY SIDETAL_PC_LibXml2::LibXml2 -lxml2)
set_property(GLOBAL PROPERTY SIDETAL_PC_ICU::uc -licuuc)
set_property(GLOBAL PROPERTY SIDETAL_PC_PkgConfig::HARFBUZZ -lharfbuzz)
set_property(GLOBAL PROPERTY SIDETAL_PC_PkgConfig::HARFBUZZ_SUBSET "-lharfbuzz-subset -lharfbuzz")
set_property(GLOBAL PROPERTY SIDETAL_PC_PkgConfig::DEFLATE -ldeflate)
set_property(GLOBAL PROPERTY SIDETAL_PC_PNG::PNG -lpng)
set_property(GLOBAL PROPERTY SIDETAL_PC_JPEG::JPEG -ljpeg)
set_property(GLOBAL PROPERTY SIDETAL_PC_Haru::Haru -lhpdf)
set_property(GLOBAL PROPERTY SIDETAL_PC_Hyphen::Hyphen -lhyphen)
set_property(GLOBAL PROPERTY SIDETAL_PC_PkgConfig::ZIP -lzip)
set_property(GLOBAL PROPERTY SIDETAL_PC_PkgConfig::SQLITE -lsqlite3)
set_property(GLOBAL PROPERTY SIDETAL_PC_Threads::Threads -pthread)

# sidetal_install_library(LIBRARY PREFIX OUTPUT DESCRIPTION LINKS USES): called by sidetal_library().
function(sidetal_install_library LIBRARY PREFIX OUTPUT DESCRIPTION LINKS USES)
  get_property(source_dir GLOBAL PROPERTY SIDETAL_PACKAGE_DIR)
  set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/sidetal")
  # Two export sets: only users of the static library need our own dependencies.
  install(TARGETS ${PREFIX}_shared EXPORT ${OUTPUT}-shared
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT lib NAMELINK_COMPONENT dev)
  install(TARGETS ${PREFIX}_static EXPORT ${OUTPUT}-static ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT dev)
  foreach(kind shared static)
    install(EXPORT ${OUTPUT}-${kind} NAMESPACE sidetal:: DESTINATION "${package_dir}" COMPONENT dev)
  endforeach()

  # The prefix relative to the file itself, so that an installed tree can be moved.
  file(RELATIVE_PATH SIDETAL_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  get_property(SIDETAL_PC_VERSION GLOBAL PROPERTY SIDETAL_LIBRARY_VERSION)
  set(SIDETAL_PC_NAME ${OUTPUT})
  set(SIDETAL_PC_DESCRIPTION "${DESCRIPTION}")
  set(SIDETAL_PC_REQUIRES "")
  foreach(library IN LISTS USES)
    sidetal_library_names(${library} used_prefix used_output)
    string(APPEND SIDETAL_PC_REQUIRES "${used_output} ")
  endforeach()
  set(SIDETAL_PC_PRIVATE "")
  foreach(link IN LISTS LINKS)
    get_property(flag GLOBAL PROPERTY SIDETAL_PC_${link})
    if(NOT flag)
      message(FATAL_ERROR "name ${link} for pkg-config, as lib/package/Install.cmake does")
    endif()
    string(APPEND SIDETAL_PC_PRIVATE "${flag} ")
  endforeach()
  configure_file("${source_dir}/sidetal.pc.in" "${CMAKE_CURRENT_BINARY_DIR}/${OUTPUT}.pc" @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${OUTPUT}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT dev)
endfunction()
